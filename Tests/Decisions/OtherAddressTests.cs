using CsCheck;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>The addresses of what is no website.</summary>
public sealed class OtherAddressTests
{
    [Theory]
    [InlineData("tcp://db.example.com:5432", "tcp://db.example.com:5432", WebsiteKind.Tcp, "db.example.com:5432")]
    [InlineData(" TCP://DB.Example.com.:05432/ ", "tcp://db.example.com:5432", WebsiteKind.Tcp, "db.example.com:5432")]
    [InlineData("tcp://db.example.com:80", "tcp://db.example.com:80", WebsiteKind.Tcp, "db.example.com:80")]
    [InlineData("tcp://[2001:DB8:0::1]:22", "tcp://[2001:db8::1]:22", WebsiteKind.Tcp, "[2001:db8::1]:22")]
    [InlineData("tcp://bücher.example:25#x", "tcp://xn--bcher-kva.example:25", WebsiteKind.Tcp, "xn--bcher-kva.example:25")]
    [InlineData("tls://mail.example.com:465", "tls://mail.example.com:465", WebsiteKind.Tls, "mail.example.com:465")]
    [InlineData("tls://mail.example.com", "tls://mail.example.com:443", WebsiteKind.Tls, "mail.example.com:443")]
    [InlineData("tls://mail.example.com:465/?Days=014", "tls://mail.example.com:465?days=14", WebsiteKind.Tls, "mail.example.com:465")]
    [InlineData("dns://Example.com", "dns://example.com?type=A", WebsiteKind.Dns, "example.com A")]
    [InlineData("dns://example.com/?type=mx", "dns://example.com?type=MX", WebsiteKind.Dns, "example.com MX")]
    [InlineData("dns://example.com?server=192.0.2.53:53&expect=203.0.113.7&type=A", "dns://example.com?type=A&expect=203.0.113.7&server=192.0.2.53", WebsiteKind.Dns, "example.com A")]
    [InlineData("dns://example.com?expect=203.0.113.9&expect=203.0.113.7&expect=203.0.113.9", "dns://example.com?type=A&expect=203.0.113.7&expect=203.0.113.9", WebsiteKind.Dns, "example.com A")]
    [InlineData("dns://example.com?type=AAAA&expect=2001:DB8::0:7", "dns://example.com?type=AAAA&expect=2001:db8::7", WebsiteKind.Dns, "example.com AAAA")]
    [InlineData("dns://example.com?type=MX&expect=10%20Mail.Example.com.", "dns://example.com?type=MX&expect=10%20mail.example.com", WebsiteKind.Dns, "example.com MX")]
    [InlineData("dns://example.com?type=TXT&expect=v=spf1%20%2Bmx%20-all", "dns://example.com?type=TXT&expect=v=spf1%20%2Bmx%20-all", WebsiteKind.Dns, "example.com TXT")]
    [InlineData("dns://_sip._tcp.example.com?type=SRV&server=NS1.example.com:5353", "dns://_sip._tcp.example.com?type=SRV&server=ns1.example.com:5353", WebsiteKind.Dns, "_sip._tcp.example.com SRV")]
    [InlineData("ping://Host.example.com/", "ping://host.example.com", WebsiteKind.Ping, "host.example.com")]
    [InlineData("ping://192.0.2.5", "ping://192.0.2.5", WebsiteKind.Ping, "192.0.2.5")]
    [InlineData("heartbeat://Nightly-Backup", "heartbeat://nightly-backup", WebsiteKind.Heartbeat, "nightly-backup")]
    [InlineData("heartbeat://a8", "heartbeat://a8", WebsiteKind.Heartbeat, "a8")]
    [InlineData("https://shop.example", "https://shop.example/", WebsiteKind.Website, "shop.example")]
    [InlineData("https://shop.example:8443/cart?item=7", "https://shop.example:8443/cart?item=7", WebsiteKind.Website, "shop.example/cart")]
    public void Have_one_spelling_a_kind_and_something_to_call_them(string text, string canonical, WebsiteKind kind, string label)
    {
        var url = WebsiteUrl.Parse(text);

        (url.Text, url.Kind, url.Label).ShouldBe((canonical, kind, label));
    }

    [Theory]
    [InlineData("tcp://db.example.com", "'tcp://db.example.com' names no port: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://db.example.com:0", "'tcp://db.example.com:0' names no host and port that can exist: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://db.example.com:65536", "'tcp://db.example.com:65536' names no host and port that can exist: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://db.example.com:1/x", "'tcp://db.example.com:1/x' has a path, which means nothing here: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://db.example.com:1?days=4", "'tcp://db.example.com:1?days=4' says 'days', which means nothing here: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://db..example:1", "'tcp://db..example:1' names no host and port that can exist: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://a\\b:1", "'tcp://a\\b:1' names no host and port that can exist: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp:db.example.com", "'tcp:db.example.com' is not an address: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://", "'tcp://' is not an address: expected something like tcp://db.example.com:5432")]
    [InlineData("tcp://me:secret@db.example.com:1", "'tcp://***@db.example.com:1' was given with a user name or password in the address; leave them out.")]
    [InlineData("tls://mail.example.com?days=0", "'tls://mail.example.com?days=0' says days='0', which is no number of days from 1 to 365: expected something like tls://mail.example.com:465?days=14")]
    [InlineData("tls://mail.example.com?days=1&days=2", "'tls://mail.example.com?days=1&days=2' says days twice: expected something like tls://mail.example.com:465?days=14")]
    [InlineData("dns://example.com?type=PTR", "'dns://example.com?type=PTR' asks for records of the type 'PTR'; there are A, AAAA, CNAME, MX, NS, TXT, SRV, CAA: expected something like dns://example.com?type=A")]
    [InlineData("dns://example.com?expect=shop", "'dns://example.com?expect=shop' expects something that no A record can be: expected something like dns://example.com?type=A")]
    [InlineData("dns://example.com?type=A&expect=2001:db8::1", "'dns://example.com?type=A&expect=2001:db8::1' expects something that no A record can be: expected something like dns://example.com?type=A")]
    [InlineData("dns://192.0.2.5", "'dns://192.0.2.5' asks about a number; name servers are asked about names: expected something like dns://example.com?type=A")]
    [InlineData("dns://example.com:53", "'dns://example.com:53' names a port; a name server's port goes behind 'server=': expected something like dns://example.com?type=A")]
    [InlineData("dns://example.com?server=a b", "'dns://example.com?server=a b' is not an address: it holds a blank or a control character.")]
    [InlineData("dns://example.com?server=a..b", "'dns://example.com?server=a..b' names a server 'a..b' that cannot exist: expected something like dns://example.com?type=A")]
    [InlineData("ping://host.example.com:7", "'ping://host.example.com:7' names a port, which a ping has not: expected something like ping://host.example.com")]
    [InlineData("heartbeat://8", "'heartbeat://8' has a name that cannot be taken: at most 63 letters, digits, '-' and '_', beginning with a letter: expected something like heartbeat://nightly-backup")]
    [InlineData("heartbeat://nightly.backup", "'heartbeat://nightly.backup' has a name that cannot be taken: at most 63 letters, digits, '-' and '_', beginning with a letter: expected something like heartbeat://nightly-backup")]
    public void Say_what_is_wrong(string text, string expected)
    {
        WebsiteUrl.TryParse(text, out var url, out var problem).ShouldBeFalse();

        (url, problem).ShouldBe((null, expected));
    }

    [Fact]
    public void That_a_website_is_one_costs_no_memory_at_each_look()
    {
        var url = WebsiteUrl.Parse("https://shop.example/");
        url.Kind.ShouldBe(WebsiteKind.Website);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _ = url.Kind;

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Whatever_is_typed_is_refused_or_has_a_spelling_that_reads_back_as_itself() =>
        Gen.Select(Gen.Int[0, 5], Gen.String[Gen.Char["ab.8-_:/?#@&=%[]\\ü%2E%20typeserverexpectdays4053AMX"], 0, 40]).Sample((number, rest) =>
        {
            string[] schemes = ["tcp", "tls", "dns", "ping", "heartbeat", "TCP"];
            var scheme = schemes[number];
            if (!WebsiteUrl.TryParse($"{scheme}://{rest}", out var url, out _) || url is null)
                return;
            WebsiteUrl.Parse(url.Text).ShouldBe(url);
            url.Text.ShouldStartWith(scheme.ToLowerInvariant() + "://");
            url.ToUri().Host.ShouldNotBeEmpty();
            url.Label.ShouldNotBeEmpty();
        });
}
