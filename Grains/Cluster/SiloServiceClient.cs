using Orleans.Runtime.Services;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>Reaches the <see cref="ISiloService"/> of a chosen silo.</summary>
internal sealed class SiloServiceClient(IServiceProvider services) : GrainServiceClient<ISiloService>(services)
{
    public Task<SiloStatusReport> ReportAsync(SiloAddress silo) => GetGrainService(silo).ReportAsync();

    public Task<SettingsOfSilo> GetSettingsAsync(SiloAddress silo) => GetGrainService(silo).GetSettingsAsync();

    /// <summary>The silo that has this grain's reminders, as the ring is known here.</summary>
    public SiloAddress? OwnerOf(GrainId grain) =>
        SystemTargetGrainId.TryParse(GetGrainService(grain).GetGrainId(), out var service) ? service.GetSiloAddress() : null;
}
