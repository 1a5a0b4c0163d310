using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with the encryption of a service.</summary>
internal static class TlsText
{
    public static string? Sentence(CheckResult result, KindFacts facts, FailureKind kind)
    {
        var port = PortText.Name(facts);
        return kind switch
        {
            FailureKind.CertificateProblem => $"Whoever connects to {port} is warned: its certificate {FailureText.Clause(result.Detail)}.",
            FailureKind.CertificateEndsSoon => $"The certificate at {port} {FailureText.Clause(result.Detail)}.",
            FailureKind.TlsFailed => $"No encrypted connection to {port} could be set up.",
            FailureKind.TlsTimeout => $"The {port} took the connection, but had not set up encryption within {FailureText.Seconds(result.Took)}.",
            _ => PortText.Sentence(result, facts, kind),
        };
    }
}
