using Microsoft.Extensions.Diagnostics.HealthChecks;
using UptimeSquirrel.Grains.Doubt;

namespace UptimeSquirrel.Silo.Health;

/// <summary>Whether this silo trusts what it sees. If not, its checks go on and count for nothing: degraded, not dead.</summary>
internal sealed class VantageHealth(ISelfDoubt doubt) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(doubt.Episode is { } episode
            ? HealthCheckResult.Degraded($"doubts itself since {episode.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {episode.Why}")
            : HealthCheckResult.Healthy("trusts what it sees"));
}
