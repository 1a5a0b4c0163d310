using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>One kind of check: how something that is no website is looked at, and how what was seen is said.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Create">Makes the look.</param>
/// <param name="Sentence">Says what is wrong, where the sentence about websites will not do; else null.</param>
/// <param name="Rule">Which rule decides, for who wants to know exactly.</param>
internal sealed record KindOfCheck(
    WebsiteKind Kind, Func<KindTools, IKindLook> Create, Func<CheckResult, KindFacts, FailureKind, string?> Sentence, string Rule)
{
    private static readonly KindOfCheck[] _all =
    [
        new(WebsiteKind.Tcp, tools => new TcpLook(tools), PortText.Sentence, "a port that takes a connection counts as up"),
        new(WebsiteKind.Tls, tools => new TlsLook(tools), TlsText.Sentence, "a certificate that is valid for the name, and for as long as was asked for, counts as up"),
        new(WebsiteKind.Dns, tools => new DnsLook(tools), DnsText.Sentence, "a name that has such a record, and among them all that were expected, counts as up"),
        new(WebsiteKind.Ping, tools => new PingLook(tools), PingText.Sentence, "a host that answers one of several pings counts as up"),
        new(WebsiteKind.Heartbeat, _ => new HeartbeatLook(), HeartbeatText.Sentence, "a job that calls in time counts as up"),
    ];

    public static IEnumerable<KindOfCheck> All => _all;

    public static KindOfCheck Of(WebsiteKind kind) => Array.Find(_all, known => known.Kind == kind)!;
}
