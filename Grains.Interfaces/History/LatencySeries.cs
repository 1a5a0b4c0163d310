namespace UptimeSquirrel.History;

/// <summary>How much of the past a series of latencies tells.</summary>
[GenerateSerializer, Alias("uptime.latency-window")]
public enum LatencyWindow
{
    /// <summary>The last hour, by the minute.</summary>
    Hour = 0,

    /// <summary>The last 24 hours, by the quarter of an hour.</summary>
    Day = 1,

    /// <summary>The last 7 days, by two hours.</summary>
    Week = 2,

    /// <summary>The last 30 days, by the day (UTC).</summary>
    Month = 3,

    /// <summary>The last 90 days, by the day (UTC).</summary>
    Quarter = 4,

    /// <summary>The last 365 days, by the day (UTC).</summary>
    Year = 5,
}

/// <summary>How fast a website answered.</summary>
/// <param name="Step">The time that one point stands for.</param>
/// <param name="Points">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("uptime.latency-series")]
public sealed record LatencySeries([property: Id(0)] TimeSpan Step, [property: Id(1)] IReadOnlyList<LatencyPoint> Points);

/// <summary>How fast a website answered in one step of a series. Checks that failed, in maintenance or of a silo that doubted itself tell nothing of speed.</summary>
[GenerateSerializer, Immutable, Alias("uptime.latency-point")]
public sealed record LatencyPoint
{
    /// <summary>The first moment of the step, UTC.</summary>
    [Id(0)]
    public required DateTimeOffset At { get; init; }

    /// <summary>How many checks were made.</summary>
    [Id(1)]
    public required int Checks { get; init; }

    /// <summary>How many of them failed.</summary>
    [Id(2)]
    public required int Failures { get; init; }

    /// <summary>Half of the good checks took no longer; null when there was none, and for days summed up by an earlier version.</summary>
    [Id(3)]
    public TimeSpan? P50 { get; init; }

    /// <summary>95 of 100 good checks took no longer.</summary>
    [Id(4)]
    public TimeSpan? P95 { get; init; }

    /// <summary>99 of 100 good checks took no longer.</summary>
    [Id(5)]
    public TimeSpan? P99 { get; init; }

    /// <summary>The mean; for whole days that are past, failed checks count into it.</summary>
    [Id(6)]
    public TimeSpan? Mean { get; init; }

    /// <summary>The longest; for whole days that are past, failed checks count into it.</summary>
    [Id(7)]
    public TimeSpan? Longest { get; init; }

    /// <summary>Where the time went on average; null where that is not kept: for days, for what is no website, and for checks of an earlier version.</summary>
    [Id(8)]
    public Checks.PhaseTimes? Phases { get; init; }
}
