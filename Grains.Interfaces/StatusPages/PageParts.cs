namespace UptimeSquirrel.StatusPages;

/// <summary>Which parts a status page has.</summary>
[GenerateSerializer, Immutable, Alias("uptime.page-parts")]
public sealed record PageParts
{
    /// <summary>A bar for each of the last 90 days, and the uptime over them.</summary>
    [Id(0)]
    public bool Uptime { get; init; } = true;

    /// <summary>Outages, of now and of the last 14 days.</summary>
    [Id(1)]
    public bool Incidents { get; init; } = true;

    /// <summary>Maintenance that is planned for the next 14 days, or under way.</summary>
    [Id(2)]
    public bool Maintenance { get; init; } = true;

    /// <summary>How long the latest check of each website took.</summary>
    [Id(3)]
    public bool Latency { get; init; }

    /// <summary>Whether its websites have badges, and it can be shown within other pages.</summary>
    [Id(4)]
    public bool Badges { get; init; } = true;

    /// <summary>Whether search engines may list it.</summary>
    [Id(5)]
    public bool Indexing { get; init; } = true;

    /// <summary>Whether visitors may subscribe to mails about it; there must be an address under which they reach the silos, too (<c>Alerts:PublicUrl</c>).</summary>
    [Id(6)]
    public bool Subscription { get; init; }
}
