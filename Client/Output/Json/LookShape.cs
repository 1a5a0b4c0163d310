using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>One look at a website in JSON. One that saw nothing is neither healthy nor unhealthy: the reason says why.</summary>
internal sealed record LookShape(DateTimeOffset At, int? StatusCode, long LatencyMs, bool Healthy, string? Reason, bool Unseen)
{
    public static LookShape? Of(CheckSummary? check) => check is null
        ? null
        : new(check.At, check.StatusCode, Wording.Milliseconds(check.Latency), check.IsHealthy, check.Reason, check.IsUnseen);
}
