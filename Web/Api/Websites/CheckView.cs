using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>One look at a website.</summary>
/// <param name="At">When it began.</param>
/// <param name="IsHealthy">Whether it counts as up.</param>
/// <param name="Status">The final HTTP status; null when there was no answer.</param>
/// <param name="LatencySeconds">How long it took, in seconds.</param>
/// <param name="Reason">Why it does not count as up, in one sentence; null when it does.</param>
/// <param name="IsDoubted">Whether it counts for nothing, because the silo that looked doubted itself.</param>
/// <param name="IsInMaintenance">Whether it counts for nothing, because the website was in maintenance.</param>
/// <param name="Phases">Where the time went; null where that is not known.</param>
public sealed record CheckView(
    DateTimeOffset At, bool IsHealthy, int? Status, double LatencySeconds, string? Reason, bool IsDoubted, bool IsInMaintenance, PhasesView? Phases)
{
    internal static CheckView Of(CheckSummary check, PhaseTimes? phases) => new(
        check.At, check.IsHealthy, check.StatusCode, check.Latency.TotalSeconds, check.Reason, check.IsDoubted, check.IsInMaintenance,
        phases is { } times ? PhasesView.Of(times) : null);
}

/// <summary>Where the time of a look went, in seconds.</summary>
/// <param name="NameSeconds">Finding out the addresses of the name.</param>
/// <param name="ConnectingSeconds">Until an address had accepted a connection.</param>
/// <param name="HandshakeSeconds">Setting up encryption.</param>
/// <param name="AnsweringSeconds">The rest: until the answer was there.</param>
public sealed record PhasesView(double NameSeconds, double ConnectingSeconds, double HandshakeSeconds, double AnsweringSeconds)
{
    internal static PhasesView Of(PhaseTimes times) => new(
        times.NameLookup.TotalSeconds, times.Connecting.TotalSeconds, times.Handshake.TotalSeconds, times.Answering.TotalSeconds);
}
