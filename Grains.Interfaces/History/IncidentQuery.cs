using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>Which incidents to read. Everything given must match.</summary>
[GenerateSerializer, Immutable, Alias("uptime.incident-query")]
public sealed record IncidentQuery
{
    /// <summary>The largest page.</summary>
    public const int MaximumLimit = 500;

    /// <summary>Only this owner's; null = everyone's.</summary>
    [Id(0)]
    public OwnerId? Owner { get; init; }

    /// <summary>Only this website's; null = of all.</summary>
    [Id(1)]
    public WebsiteId? Website { get; init; }

    /// <summary>Only those that last; or, when false, those that are over.</summary>
    [Id(2)]
    public bool? IsOpen { get; init; }

    /// <summary>Only those that began then or later, UTC.</summary>
    [Id(3)]
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only those that began before, UTC.</summary>
    [Id(4)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Continue where <see cref="IncidentPage.Next"/> says; null = from the newest.</summary>
    [Id(5)]
    public string? After { get; init; }

    /// <summary>At most this many: 1 to <see cref="MaximumLimit"/>, others are brought into that range.</summary>
    [Id(6)]
    public int Limit { get; init; } = 100;
}

/// <summary>One page of incidents.</summary>
/// <param name="Incidents">The one that began last first.</param>
/// <param name="Next">Where to continue; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("uptime.incident-page")]
public sealed record IncidentPage([property: Id(0)] IReadOnlyList<Incident> Incidents, [property: Id(1)] string? Next);
