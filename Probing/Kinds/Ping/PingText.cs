using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with a host that is pinged.</summary>
internal static class PingText
{
    public static string? Sentence(CheckResult result, KindFacts facts, FailureKind kind)
    {
        var host = CleanText.Of(facts.Url.ToUri().IdnHost, 260);
        return kind switch
        {
            FailureKind.PingUnanswered => $"No answer from {host} to a ping within {FailureText.Seconds(result.Took)}.",
            FailureKind.PingNotPossible =>
                $"We could not look at {host}: this machine does not let us send pings. On Linux its operator allows it with: sysctl -w net.ipv4.ping_group_range=\"0 2147483647\"",
            FailureKind.ConnectionRefused => $"The machine {host} is there, but refuses to be pinged.",
            _ => null,
        };
    }
}
