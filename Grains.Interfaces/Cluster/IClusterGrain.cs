namespace UptimeSquirrel.Cluster;

/// <summary>The cluster about itself. Any number of these answer at once; use key 0.</summary>
[Alias("uptime.cluster")]
public interface IClusterGrain : IGrainWithIntegerKey
{
    /// <summary>What every active silo says of itself, in the order of their names; one that does not answer within 2 seconds is there without figures.</summary>
    [Alias("GetSilos")]
    Task<ClusterStatus> GetSilosAsync();

    /// <summary>What every active silo was told, secrets masked, in the order of their names; one that does not answer within 2 seconds is there without settings.</summary>
    [Alias("GetSettings")]
    Task<IReadOnlyList<SettingsOfSilo>> GetSettingsAsync();
}
