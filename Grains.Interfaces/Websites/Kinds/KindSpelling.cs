namespace UptimeSquirrel.Websites;

/// <summary>How the addresses of one kind are written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Scheme">What they begin with, without <c>://</c>.</param>
/// <param name="Example">One of them.</param>
/// <param name="Spell">Brings one into its canonical spelling, or says in a clause ("names no port") why there is none.</param>
internal sealed record KindSpelling(WebsiteKind Kind, string Scheme, string Example, Func<AddressParts, (string Canonical, string? Problem)> Spell)
{
    private static readonly KindSpelling[] _all =
    [
        new(WebsiteKind.Tcp, "tcp", "tcp://db.example.com:5432", TcpSpelling.Spell),
        new(WebsiteKind.Tls, "tls", "tls://mail.example.com:465?days=14", TlsSpelling.Spell),
        new(WebsiteKind.Dns, "dns", "dns://example.com?type=A", DnsSpelling.Spell),
        new(WebsiteKind.Ping, "ping", "ping://host.example.com", PingSpelling.Spell),
        new(WebsiteKind.Heartbeat, "heartbeat", "heartbeat://nightly-backup", HeartbeatSpelling.Spell),
    ];

    /// <summary>All schemes but those of websites, for a message.</summary>
    public static string Schemes { get; } = string.Join(", ", _all[..^1].Select(spelling => spelling.Scheme + "://")) + $" and {_all[^1].Scheme}://";

    public static KindSpelling? Of(string scheme) => Array.Find(_all, spelling => spelling.Scheme == scheme);

    /// <summary>The kind of an address that is spelled canonically.</summary>
    public static WebsiteKind KindOf(string canonical) =>
        Array.Find(_all, spelling => canonical.StartsWith(spelling.Scheme, StringComparison.Ordinal) && canonical.AsSpan(spelling.Scheme.Length).StartsWith("://"))?.Kind ?? WebsiteKind.Website;
}
