using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with the records of a name.</summary>
internal static class DnsText
{
    private const int LongestName = 260;

    public static string? Sentence(CheckResult result, KindFacts facts, FailureKind kind)
    {
        var name = CleanText.Of(facts.Url.ToUri().IdnHost, LongestName);
        var type = facts.Url.Said("type")[0];
        var detail = CleanText.Of(result.Detail ?? "", FailureText.MaximumCause);
        return kind switch
        {
            FailureKind.RecordMissing => $"The name {name} has no {type} record.",
            FailureKind.RecordUnexpected => $"The {type} record of {name} is not the expected one: {detail}.",
            FailureKind.NameServerFailed => $"Asked for the {type} record of {name}, the name server gave no usable answer: {detail}.",
            FailureKind.NameServerSilent => $"Asked for the {type} record of {name}, no name server answered within {FailureText.Seconds(result.Took)}.",
            FailureKind.NameNotFound when facts.Server is null => $"The name server {Server(facts)} does not exist.",
            FailureKind.NameLookupFailed or FailureKind.NameLookupTimeout => $"The name server {Server(facts)} could not be looked up, so the {type} record of {name} was not asked for.",
            FailureKind.PortNotAllowed => $"The {detail} of the name server is not one that this installation checks. To allow it, list it under Checks:AllowedServicePorts.",
            FailureKind.CheckSkipped => $"We could not ask for the {type} record of {name}: {detail}.",
            _ => null,
        };
    }

    private static string Server(KindFacts facts) => CleanText.Of(string.Concat(facts.Url.Said("server")), LongestName);
}
