using UptimeSquirrel.Websites;

namespace UptimeSquirrel.StatusPages;

/// <summary>A website, as visitors of a status page may know it.</summary>
[GenerateSerializer, Immutable, Alias("uptime.public-website")]
public sealed record PublicWebsite
{
    /// <summary>Names it on its page, and tells nothing about it.</summary>
    [Id(0)]
    public required string Key { get; init; }

    /// <summary>What visitors call it.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Its address; null when visitors are not to know it.</summary>
    [Id(2)]
    public string? Address { get; init; }

    /// <summary>What it is now.</summary>
    [Id(3)]
    public required Standing Standing { get; init; }

    /// <summary>Since when it is that, UTC.</summary>
    [Id(4)]
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether it is in maintenance now.</summary>
    [Id(5)]
    public bool IsInMaintenance { get; init; }

    /// <summary>How long the latest check took; null when there was none, or when the page does not tell.</summary>
    [Id(6)]
    public TimeSpan? Latency { get; init; }

    /// <summary>The share of time it was up in the last 90 days, from 0 to 1; null when nothing is known.</summary>
    [Id(7)]
    public double? Uptime { get; init; }

    /// <summary>The last 90 days, in the page's time zone, oldest first; empty when the page does not tell.</summary>
    [Id(8)]
    public IReadOnlyList<DayView> Days { get; init; } = [];

    /// <summary>The share of time it was up in the last 24 hours; null when nothing is known.</summary>
    [Id(9)]
    public double? UptimeOfDay { get; init; }

    /// <summary>The same of the last 7 days.</summary>
    [Id(10)]
    public double? UptimeOfWeek { get; init; }

    /// <summary>The same of the last 30 days.</summary>
    [Id(11)]
    public double? UptimeOfMonth { get; init; }
}

/// <summary>How a website did on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Uptime">The share of the watched time it was up, from 0 to 1; null when nothing is known.</param>
/// <param name="Down">How long it was down, outside maintenance.</param>
[GenerateSerializer, Immutable, Alias("uptime.day-view")]
public sealed record DayView([property: Id(0)] DateOnly Day, [property: Id(1)] double? Uptime, [property: Id(2)] TimeSpan Down);
