using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>Whether all is as the files say. What is wrong with them is in the log: it is nobody's business who only asks for health.</summary>
internal sealed class SitesHealth(SitesFollower follower) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(follower.IsInStep ? HealthCheckResult.Healthy("all is as the files say") : HealthCheckResult.Degraded("the files in Sites:Folder cannot be applied, the log says why"));
}
