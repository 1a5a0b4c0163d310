using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>A look at a website, step by step.</summary>
/// <param name="Silo">Which silo looked.</param>
/// <param name="At">When.</param>
/// <param name="LatencySeconds">How long it took.</param>
/// <param name="IsHealthy">Whether it would count as up.</param>
/// <param name="Problem">What was wrong; null when nothing was.</param>
/// <param name="Cause">The technical cause; null when there is none.</param>
/// <param name="Rule">The rule that decided so, in words.</param>
/// <param name="Requests">Every request of the look.</param>
public sealed record TraceView(
    string Silo, DateTimeOffset At, double LatencySeconds, bool IsHealthy, string? Problem, string? Cause, string Rule, IReadOnlyList<RequestView> Requests)
{
    internal static TraceView Of(WebsiteTrace trace) => new(
        trace.Silo, trace.Result.At, trace.Result.Took.TotalSeconds, trace.Verdict.IsHealthy, trace.Verdict.Problem?.Sentence, trace.Verdict.Problem?.Cause,
        trace.Rule, [.. (trace.Result.Trace ?? []).Select(RequestView.Of)]);
}

/// <summary>One request of a look.</summary>
public sealed record RequestView
{
    /// <summary>What was asked for.</summary>
    public required string Url { get; init; }

    /// <summary>How.</summary>
    public required string Method { get; init; }

    /// <summary>Where the time went.</summary>
    public required PhasesView Phases { get; init; }

    /// <summary>The addresses the host stands for.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>The addresses that were tried, and what came of it.</summary>
    public required IReadOnlyList<string> Attempts { get; init; }

    /// <summary>How the connection is encrypted; null when it is not.</summary>
    public string? Encryption { get; init; }

    /// <summary>When the certificate expires that was shown; null when there was none.</summary>
    public DateTimeOffset? CertificateExpiresAt { get; init; }

    /// <summary>How the answer came: <c>HTTP/2</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>The status of the answer; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>Those headers of the answer that may explain it.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The technical cause of a failure; null when there was none.</summary>
    public string? Failure { get; init; }

    internal static RequestView Of(HopTrace hop) => new()
    {
        Url = hop.Url,
        Method = CheckMethods.NameOf(hop.Method),
        Phases = PhasesView.Of(hop.Times),
        Addresses = hop.Addresses,
        Attempts = [.. hop.Attempts.Select(attempt => $"{attempt.Address}: {attempt.Problem ?? "connected"}")],
        Encryption = hop.Encryption,
        CertificateExpiresAt = hop.Certificate?.NotAfter,
        Protocol = hop.Protocol,
        Status = hop.StatusCode,
        Headers = hop.Headers,
        Failure = hop.Failure == FailureKind.None ? null : $"{hop.Failure}{(hop.Detail is null ? "" : $": {hop.Detail}")}",
    };
}
