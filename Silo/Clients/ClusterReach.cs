using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UptimeSquirrel.Silo.Clients;

/// <summary>Whether a silo answers.</summary>
internal sealed class ClusterReach(IGrainFactory grains, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var silos = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellationToken).WaitAsync(_patience, clock, cancellationToken);
            return HealthCheckResult.Healthy($"{silos.Count} silos answer");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"no silo answers: {e.GetBaseException().GetType().Name}");
        }
    }
}
