namespace UptimeSquirrel.Cluster;

/// <summary>The silos of a cluster at one moment.</summary>
/// <param name="Silos">Every active member.</param>
[GenerateSerializer, Immutable, Alias("uptime.cluster-status")]
public sealed record ClusterStatus([property: Id(0)] IReadOnlyList<SiloStatusReport> Silos)
{
    /// <summary>How many websites they take care of.</summary>
    public int Websites => Silos.Sum(silo => silo.Websites);

    /// <summary>How many checks on schedule they make a second.</summary>
    public double ChecksPerSecond => Silos.Sum(silo => silo.ChecksPerSecond);

    /// <summary>Checks made divided by checks due, from 0 to 1, of all of them since each was started; null when none was due.</summary>
    public double? Coverage => CoverageMath.Share(Silos.Sum(silo => silo.Checks), Silos.Sum(silo => silo.MissedChecks));
}
