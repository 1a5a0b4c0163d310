using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with a port.</summary>
internal static class PortText
{
    public static string? Sentence(CheckResult result, KindFacts facts, FailureKind kind)
    {
        var port = Name(facts);
        return kind switch
        {
            FailureKind.ConnectionRefused => $"The {port} refused the connection: nothing is listening there.",
            FailureKind.ConnectTimeout => $"The {port} did not take a connection within {FailureText.Seconds(result.Took)}.",
            FailureKind.ConnectionBroken => $"The {port} broke the connection while it was made.",
            FailureKind.PortNotAllowed => $"The {port} is not one that this installation checks. To allow it, list it under Checks:AllowedServicePorts.",
            _ => null,
        };
    }

    /// <summary>What a port is called in a sentence: <c>port 465 of mail.example.com</c>.</summary>
    public static string Name(KindFacts facts)
    {
        var address = facts.Url.ToUri();
        return $"port {address.Port} of {CleanText.Of(address.IdnHost, 260)}";
    }
}
