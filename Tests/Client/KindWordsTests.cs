using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

/// <summary>What is said of what is no website.</summary>
public sealed class KindWordsTests
{
    [Theory]
    [InlineData("https://shop.example/", "1 min ago: 200 in 84 ms")]
    [InlineData("tcp://db.example:5432", "1 min ago: connected in 84 ms")]
    [InlineData("tls://mail.example:465", "1 min ago: certificate is good, encrypted in 84 ms")]
    [InlineData("dns://shop.example?type=MX", "1 min ago: record found in 84 ms")]
    [InlineData("ping://host.example", "1 min ago: answered a ping in 84 ms")]
    [InlineData("heartbeat://nightly-backup", "1 min ago: calls in time")]
    public void A_good_look_is_put_as_fits_its_kind(string url, string expected)
    {
        var status = Samples.Up(url);

        StatusText.Look(status.LastCheck, status.Url.Kind, Samples.Now).ShouldBe(expected);
    }

    [Theory]
    [InlineData("tcp://db.example:5432", "every 5m, up means the port takes a connection")]
    [InlineData("tls://mail.example:465?days=14", "every 5m, up means the certificate is valid for 14 more days")]
    [InlineData("dns://shop.example?expect=192.0.2.5", "every 5m, up means the records hold 192.0.2.5")]
    [InlineData("dns://shop.example", "every 5m, up means there is such a record")]
    [InlineData("ping://host.example", "every 5m, up means it answers")]
    public void A_status_says_what_it_takes_to_be_up(string url, string expected) => Lines(Samples.Up(url)).ShouldContain(expected);

    [Fact]
    public void A_status_of_a_job_says_when_it_called_and_has_to()
    {
        var job = Samples.Up("heartbeat://nightly-backup");
        job = job with
        {
            Settings = job.Settings with { Heartbeat = new HeartbeatSettings(TimeSpan.FromDays(1), TimeSpan.FromHours(1)) },
            Heartbeat = new HeartbeatSummary(Samples.Now.AddHours(-2), Samples.Now.AddHours(23)),
        };

        var lines = Lines(job);

        lines.ShouldContain("(2 h ago)");
        lines.ShouldContain("every 1d, at most 1h late; next by");
        lines.ShouldNotContain("up means");
    }

    [Fact]
    public void A_trace_of_a_port_or_a_name_names_who_was_asked_and_for_how_long()
    {
        TraceText.Lines(Traced("tcp://db.example:5432", "192.0.2.5:5432", []), "rule").ShouldBe(
            ["1. tcp://db.example:5432", "   looked up     2 ms  192.0.2.5", "   connected    20 ms  192.0.2.5:5432", "", "Decided: rule."]);
        TraceText.Lines(Traced("dns://shop.example?type=A", "192.0.2.53", ["192.0.2.5"]), "rule").ShouldBe(
            ["1. dns://shop.example?type=A", "   looked up     2 ms  192.0.2.5", "   asked        30 ms  192.0.2.53", "   answered            192.0.2.5", "", "Decided: rule."]);
    }

    [Theory]
    [InlineData("https://shop.example/", "HEAD")]
    [InlineData("tcp://db.example:5432/", "TCP")]
    public void How_it_was_asked_is_the_method_or_the_scheme(string url, string expected) =>
        KindWords.Method(new HopTrace { Url = url, Method = CheckMethod.Head, Times = default }).ShouldBe(expected);

    private static CheckResult Traced(string address, string attempt, string[] said)
    {
        var url = WebsiteUrl.Parse(address);
        return new CheckResult
        {
            At = Samples.Now,
            Took = TimeSpan.FromMilliseconds(60),
            Facts = new KindFacts { Kind = url.Kind, Url = url },
            Trace =
            [
                new HopTrace
                {
                    Url = address,
                    Method = CheckMethod.Head,
                    Times = new PhaseTimes(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(20), default, TimeSpan.FromMilliseconds(30)),
                    Addresses = ["192.0.2.5"],
                    Attempts = [new AddressAttempt(attempt, TimeSpan.FromMilliseconds(20), null)],
                    Headers = said,
                },
            ],
        };
    }

    private static string Lines(WebsiteStatus status)
    {
        var terminal = new TestTerminal();
        StatusText.Of(status, new UptimeShares(1, 1, 1), terminal.Terminal.Clock).Write(terminal.Terminal);
        return terminal.Out;
    }
}
