using Orleans.Services;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>What one silo does for its part of the ring, and can be asked about itself.</summary>
[Alias("uptime.silo-service")]
internal interface ISiloService : IGrainService
{
    /// <summary>What this silo says of itself.</summary>
    [Alias("Report")]
    Task<SiloStatusReport> ReportAsync();

    /// <summary>What this silo was told.</summary>
    [Alias("Settings")]
    Task<SettingsOfSilo> GetSettingsAsync();
}
