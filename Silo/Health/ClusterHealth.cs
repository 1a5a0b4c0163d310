using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UptimeSquirrel.Silo.Health;

/// <summary>Whether this silo is an active member of its cluster.</summary>
internal sealed class ClusterHealth(IClusterMembershipService membership, ILocalSiloDetails silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var snapshot = membership.CurrentSnapshot;
        var status = snapshot.GetSiloStatus(silo.SiloAddress);
        var active = snapshot.Members.Values.Count(member => member.Status == SiloStatus.Active);
        return Task.FromResult(status == SiloStatus.Active
            ? HealthCheckResult.Healthy($"active, one of {active}")
            : HealthCheckResult.Unhealthy($"this silo is {status}"));
    }
}
