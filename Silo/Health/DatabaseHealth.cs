using Microsoft.Extensions.Diagnostics.HealthChecks;
using UptimeSquirrel.Adapters.Database;

namespace UptimeSquirrel.Silo.Health;

/// <summary>Whether the database answers. If not, checks and alerts go on from memory and disk: degraded, not dead.</summary>
internal sealed class DatabaseHealth(IDatabaseHealth database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.IsReachableAsync(cancellationToken)
            ? HealthCheckResult.Healthy("answers")
            : HealthCheckResult.Degraded("does not answer; checks and alerts go on, and what they find is written when it is back");
}
