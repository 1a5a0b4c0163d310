using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>One look at a website in JSON.</summary>
internal sealed record LookShape(DateTimeOffset At, int? StatusCode, long LatencyMs, bool Healthy, string? Reason)
{
    public static LookShape? Of(CheckSummary? check) => check is null
        ? null
        : new(check.At, check.StatusCode, Wording.Milliseconds(check.Latency), check.IsHealthy, check.Reason);
}
