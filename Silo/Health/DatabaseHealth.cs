using Microsoft.Extensions.Diagnostics.HealthChecks;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Grains.Absence;

namespace UptimeSquirrel.Silo.Health;

/// <summary>Whether the database answers. If not, checks and alerts go on from memory and disk: degraded, not dead.</summary>
internal sealed class DatabaseHealth(IDatabaseHealth database, IDatabaseWatch watch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !watch.IsAway && await database.IsReachableAsync(cancellationToken)
            ? HealthCheckResult.Healthy("answers")
            : HealthCheckResult.Degraded("does not answer; checks and alerts go on, and what they find is written when it is back");
}
