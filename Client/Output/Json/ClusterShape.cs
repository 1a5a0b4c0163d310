using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>The silos of a cluster, and what they do together.</summary>
internal sealed record ClusterShape(int Websites, double ChecksPerSecond, double? Coverage, IReadOnlyList<SiloShape> Silos)
{
    public static ClusterShape Of(ClusterStatus cluster) =>
        new(cluster.Websites, Math.Round(cluster.ChecksPerSecond, 2), cluster.Coverage, [.. cluster.Silos.Select(SiloShape.Of)]);
}

/// <summary>One silo.</summary>
internal sealed record SiloShape(
    string Name,
    string Address,
    bool Answers,
    string? Region,
    string? Version,
    DateTimeOffset? StartedAt,
    int Websites,
    double ChecksPerSecond,
    long? MedianLatenessMs,
    long? LatenessMs,
    long MemoryBytes,
    long Checks,
    long MissedChecks,
    double? Coverage,
    string? DoubtReason)
{
    public static SiloShape Of(SiloStatusReport silo) => new(
        silo.Name,
        silo.Address,
        silo.Answers,
        silo.Region,
        silo.Version,
        silo.StartedAt,
        silo.Websites,
        Math.Round(silo.ChecksPerSecond, 2),
        Milliseconds(silo.MedianLateness),
        Milliseconds(silo.Lateness),
        silo.MemoryBytes,
        silo.Checks,
        silo.MissedChecks,
        silo.Coverage,
        silo.DoubtReason);

    private static long? Milliseconds(TimeSpan? lateness) => lateness is { } length ? Wording.Milliseconds(length) : null;
}
