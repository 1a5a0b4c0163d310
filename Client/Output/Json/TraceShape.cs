using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>The whole story of a look in JSON. Which silo looked is null when this program did itself.</summary>
internal sealed record TraceShape(
    string? Silo, DateTimeOffset At, bool Healthy, bool CouldNotLook, string? Reason, string? Cause, string Rule, string? FinalUrl, bool Downgraded, TimesShape Times, IReadOnlyList<HopShape> Hops)
{
    public static TraceShape Of(string? silo, CheckResult result, Verdict verdict, string rule) => new(
        silo, result.At, verdict.IsHealthy, verdict.CouldNotLook, verdict.Problem?.Sentence, verdict.Problem?.Cause, rule, result.FinalUrl, result.IsDowngraded,
        TimesShape.Of(result.Times, result.Took), [.. (result.Trace ?? []).Select(HopShape.Of)]);
}

/// <summary>One request of a look.</summary>
internal sealed record HopShape(
    string Method, string Url, IReadOnlyList<string> Addresses, IReadOnlyList<AttemptShape> Attempts, string? Encryption, CertificateShape? Certificate,
    string? Protocol, int? StatusCode, string? StatusText, IReadOnlyList<string> Headers, string? Failure, string? Detail, double WaitedMs, TimesShape Times)
{
    public static HopShape Of(HopTrace hop) => new(
        KindWords.Method(hop), hop.Url, hop.Addresses, [.. hop.Attempts.Select(attempt => new AttemptShape(attempt.Address, TimesShape.Ms(attempt.Took), attempt.Problem))],
        hop.Encryption, hop.Certificate is { } certificate ? CertificateShape.Of(certificate) : null, hop.Protocol, hop.StatusCode, hop.StatusText, hop.Headers,
        hop.Failure == FailureKind.None ? null : hop.Failure.ToString(), hop.Detail, TimesShape.Ms(hop.Waited),
        TimesShape.Of(hop.Times, hop.Times.NameLookup + hop.Times.Connecting + hop.Times.Handshake + hop.Times.Answering));
}

/// <summary>One address that was tried.</summary>
internal sealed record AttemptShape(string Address, double TookMs, string? Problem);

/// <summary>What the certificate says.</summary>
internal sealed record CertificateShape(string Subject, string Issuer, IReadOnlyList<string> Names, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public static CertificateShape Of(CertificateFacts facts) => new(facts.Subject, facts.Issuer, facts.Names, facts.NotBefore, facts.NotAfter);
}

/// <summary>Where the time went, in milliseconds.</summary>
internal sealed record TimesShape(double NameLookupMs, double ConnectingMs, double HandshakeMs, double AnsweringMs, double TotalMs)
{
    public static TimesShape Of(PhaseTimes times, TimeSpan total) => new(Ms(times.NameLookup), Ms(times.Connecting), Ms(times.Handshake), Ms(times.Answering), Ms(total));

    public static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
