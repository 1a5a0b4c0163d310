using UptimeSquirrel.Owners;

namespace UptimeSquirrel.StatusPages;

/// <summary>What a status page shows, and how.</summary>
[GenerateSerializer, Immutable, Alias("uptime.status-page-settings")]
public sealed record StatusPageSettings
{
    /// <summary>The most websites that are named on one page.</summary>
    public const int MaximumWebsites = 500;

    /// <summary>The most groups on one page.</summary>
    public const int MaximumGroups = 50;

    /// <summary>What stands above it: 1 to 100 characters.</summary>
    [Id(0)]
    public required string Title { get; init; }

    /// <summary>What it is about, for visitors; up to 1,000 characters, with line breaks. Empty = nothing.</summary>
    [Id(1)]
    public string Description { get; init; } = "";

    /// <summary>A domain that shows this page at <c>/</c>, such as <c>status.shop.example</c>; no two pages have the same. Null = none.</summary>
    [Id(2)]
    public string? Domain { get; init; }

    /// <summary>Whose it is: then it shows this owner's websites only. Null = the installation's, which shows everyone's.</summary>
    [Id(3)]
    public OwnerId? Owner { get; init; }

    /// <summary>The websites, in groups, in the order in which they are shown.</summary>
    [Id(4)]
    public IReadOnlyList<PageGroup> Groups { get; init; } = [];

    /// <summary>Which parts it has.</summary>
    [Id(5)]
    public PageParts Parts { get; init; } = new();

    /// <summary>The time zone of its times and days, by its IANA name: <c>Europe/Berlin</c>.</summary>
    [Id(6)]
    public string Zone { get; init; } = "UTC";

    /// <summary>The time zone itself; UTC where this machine does not know it.</summary>
    public TimeZoneInfo FindZone() => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>The language of its words.</summary>
    [Id(7)]
    public PageLanguage Language { get; init; } = PageLanguage.English;
}

/// <summary>The language of a status page.</summary>
[GenerateSerializer, Alias("uptime.page-language")]
public enum PageLanguage
{
    /// <summary>English.</summary>
    English = 0,

    /// <summary>German.</summary>
    German = 1,
}
