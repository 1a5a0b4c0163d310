using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Owners;

/// <summary>How an owner's websites did in a week or a month.</summary>
[GenerateSerializer, Immutable, Alias("uptime.uptime-report")]
public sealed record UptimeReport
{
    /// <summary>The most websites that one report names.</summary>
    public const int MaximumLines = 20;

    /// <summary>The period in words: <c>week 47 of 2026</c>.</summary>
    [Id(0)]
    public required string Period { get; init; }

    /// <summary>The first moment, UTC.</summary>
    [Id(1)]
    public required DateTimeOffset From { get; init; }

    /// <summary>The first moment after it, UTC.</summary>
    [Id(2)]
    public required DateTimeOffset To { get; init; }

    /// <summary>How many websites there are.</summary>
    [Id(3)]
    public required int Websites { get; init; }

    /// <summary>The share of the watched time in which they were up, all taken together, from 0 to 1; null when none was watched.</summary>
    [Id(4)]
    public double? Uptime { get; init; }

    /// <summary>How many outages there were.</summary>
    [Id(5)]
    public required int Incidents { get; init; }

    /// <summary>How long they took, all taken together.</summary>
    [Id(6)]
    public required TimeSpan Downtime { get; init; }

    /// <summary>The websites, those that were down longest first: at most <see cref="MaximumLines"/>.</summary>
    [Id(7)]
    public required IReadOnlyList<ReportLine> Lines { get; init; }

    /// <summary>The slowest websites, slowest first: at most five.</summary>
    [Id(8)]
    public required IReadOnlyList<ReportLine> Slowest { get; init; }
}

/// <summary>How one website did.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Uptime">The share of the watched time in which it was up, from 0 to 1; null when it was not watched.</param>
/// <param name="Incidents">How many outages it had.</param>
/// <param name="Downtime">How long they took.</param>
/// <param name="Latency">How long a check took on average; null when there was none.</param>
[GenerateSerializer, Immutable, Alias("uptime.report-line")]
public sealed record ReportLine(
    [property: Id(0)] WebsiteUrl Url,
    [property: Id(1)] string Name,
    [property: Id(2)] double? Uptime,
    [property: Id(3)] int Incidents,
    [property: Id(4)] TimeSpan Downtime,
    [property: Id(5)] TimeSpan? Latency);
