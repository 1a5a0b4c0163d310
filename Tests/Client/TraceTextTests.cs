using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Client;

public sealed class TraceTextTests
{
    private static readonly CertificateFacts Certificate = new()
    {
        Subject = "shop.example",
        Issuer = "R11",
        Names = ["shop.example", "www.shop.example", "a.example", "b.example"],
        NotBefore = Samples.Now.AddDays(-27),
        NotAfter = Samples.Now.AddDays(63).AddHours(1),
    };

    private static readonly HopTrace Redirect = new()
    {
        Url = "https://shop.example/",
        Method = CheckMethod.Head,
        Times = new PhaseTimes(Ms(2), Ms(262), Ms(25), Ms(44)),
        Waited = TimeSpan.FromSeconds(3),
        Addresses = ["2001:db8::5", "192.0.2.5"],
        Attempts = [new AddressAttempt("[2001:db8::5]:443", Ms(251), "ENETUNREACH"), new AddressAttempt("192.0.2.5:443", Ms(11), null)],
        Encryption = "TLS 1.3",
        Certificate = Certificate,
        Protocol = "HTTP/2",
        StatusCode = 301,
        StatusText = "Moved",
        Headers = ["Server: nginx", "Location: http://shop.example/"],
    };

    private static readonly HopTrace Refused = new()
    {
        Url = "http://shop.example/",
        Method = CheckMethod.Head,
        Times = new PhaseTimes(Ms(0), Ms(1), default, default),
        Addresses = ["192.0.2.5"],
        Attempts = [new AddressAttempt("192.0.2.5:80", Ms(1), "ECONNREFUSED")],
        Failure = FailureKind.ConnectionRefused,
        Detail = "ECONNREFUSED 192.0.2.5:80",
    };

    private static readonly CheckResult Failed = new()
    {
        At = Samples.Now,
        Took = Ms(334),
        Failure = FailureKind.ConnectionRefused,
        Detail = "ECONNREFUSED 192.0.2.5:80",
        IsDowngraded = true,
        Trace = [Redirect, Refused],
    };

    [Fact]
    public void The_whole_story_is_told_in_the_order_it_happened() =>
        TraceText.Lines(Failed, "without a proper answer it counts as failing").ShouldBe(
        [
            "1. HEAD https://shop.example/",
            "   waited       3.0 s  its turn, while other checks went to the same server; this counts for nothing",
            "   looked up     2 ms  2001:db8::5, 192.0.2.5",
            "   connected   262 ms  [2001:db8::5]:443 did not: ENETUNREACH after 251 ms",
            "                       192.0.2.5:443",
            "   encrypted    25 ms  TLS 1.3",
            "                       certificate for shop.example, www.shop.example, a.example and 1 more, issued by R11",
            "                       63 days left (2026-10-27 to 2027-01-25)",
            "   answered     44 ms  301 Moved, HTTP/2",
            "                       Server: nginx",
            "                       Location: http://shop.example/",
            "",
            "2. HEAD http://shop.example/",
            "   looked up     0 ms  192.0.2.5",
            "   connected     1 ms  192.0.2.5:80 did not: ECONNREFUSED after 1 ms",
            "   failed              ECONNREFUSED 192.0.2.5:80",
            "",
            "A redirect leads from https to http: from there on anybody on the way can read along.",
            "Cause: ECONNREFUSED 192.0.2.5:80.",
            "Decided: without a proper answer it counts as failing.",
        ]);

    [Theory]
    [InlineData(-3.5, "expired 3 days ago")]
    [InlineData(1.5, "1 day left")]
    public void How_long_a_certificate_lasts_is_told(double days, string words) =>
        TraceText.Lines(Failed with { Trace = [Redirect with { Certificate = Certificate with { NotAfter = Samples.Now.AddDays(days) } }] }, "")
            .ShouldContain(line => line.Trim().StartsWith(words, StringComparison.Ordinal));

    [Fact]
    public void Json_has_all_of_it()
    {
        var json = JsonDocument.Parse(JsonShapes.WriteLine<IReadOnlyList<CheckShape>>(
            [new JudgedLook(Samples.Up().Url, Failed, new Verdict(new Problem(FailureKind.ConnectionRefused, "No.", "ECONNREFUSED"))) { Rule = "the rule" }.ToShape()]));

        var trace = json.RootElement[0].GetProperty("trace");
        (trace.GetProperty("rule").GetString(), trace.GetProperty("downgraded").GetBoolean()).ShouldBe(("the rule", true));
        var hop = trace.GetProperty("hops")[0];
        hop.GetProperty("attempts")[0].GetProperty("problem").GetString().ShouldBe("ENETUNREACH");
        hop.GetProperty("certificate").GetProperty("issuer").GetString().ShouldBe("R11");
        hop.GetProperty("times").GetProperty("totalMs").GetDouble().ShouldBe(333);
    }

    [Fact]
    public async Task A_check_can_be_traced()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.RedirectChain(1);
        var terminal = new TestTerminal();

        (await terminal.RunAsync("check", site.Url.Text, "--trace")).ShouldBe(0, terminal.Error);

        terminal.OutLines[0].ShouldStartWith($"{site.Url} is up: 200 in ");
        terminal.OutLines[1].ShouldBe($"1. HEAD {site.Url}");
        terminal.OutLines.ShouldContain($"2. HEAD {site.Url}1");
        terminal.OutLines[^1].ShouldBe("Decided: status 200 counts as up, as 200-399 do.");
    }

    [Fact]
    public async Task Both_families_alone_are_a_contradiction()
    {
        var terminal = new TestTerminal();

        (await terminal.RunAsync("check", "http://127.0.0.1:1/", "-4", "-6")).ShouldBe(2);

        terminal.Error.ShouldContain("--ipv4 and --ipv6 exclude each other.");
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
