namespace UptimeSquirrel.Cluster;

/// <summary>What a silo says of itself.</summary>
[GenerateSerializer, Immutable, Alias("uptime.silo-status-report")]
public sealed record SiloStatusReport
{
    /// <summary>Its name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Where other silos reach it; another one after each restart.</summary>
    [Id(1)]
    public required string Address { get; init; }

    /// <summary>Whether it answered in time. If not, nothing that follows is known.</summary>
    [Id(2)]
    public required bool Answers { get; init; }

    /// <summary>Where it stands, in its operator's words; null when not known.</summary>
    [Id(3)]
    public string? Region { get; init; }

    /// <summary>Which version of UptimeSquirrel it runs; null when not known.</summary>
    [Id(4)]
    public string? Version { get; init; }

    /// <summary>When it was started, UTC; null when not known.</summary>
    [Id(5)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How many websites it has in memory.</summary>
    [Id(6)]
    public int Websites { get; init; }

    /// <summary>How many checks on schedule it made a second, over the last minute.</summary>
    [Id(7)]
    public double ChecksPerSecond { get; init; }

    /// <summary>How long after its moment the middle one of these checks began; null when there was none.</summary>
    [Id(8)]
    public TimeSpan? MedianLateness { get; init; }

    /// <summary>How late 99 of 100 of these checks were at most, to a fifth; null when there was none.</summary>
    [Id(9)]
    public TimeSpan? Lateness { get; init; }

    /// <summary>The memory of its process, in bytes.</summary>
    [Id(10)]
    public long MemoryBytes { get; init; }

    /// <summary>Checks on schedule made since it was started.</summary>
    [Id(11)]
    public long Checks { get; init; }

    /// <summary>Checks that were due and never made, as far as it knows, since it was started. One that was made late is not among them.</summary>
    [Id(12)]
    public long MissedChecks { get; init; }

    /// <summary>Why it does not trust its own looks at the moment; null when it does.</summary>
    [Id(13)]
    public string? DoubtReason { get; init; }

    /// <summary>Checks made divided by checks due, from 0 to 1; null when none was due.</summary>
    public double? Coverage => CoverageMath.Share(Checks, MissedChecks);
}
