using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing;

public sealed class TraceTests
{
    [Fact]
    public async Task Every_request_of_a_look_is_told()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = conversation => conversation switch
        {
            { Path: "/" } => Answers.Raw("HTTP/1.1 301 Moved\r\nServer: nginx\r\nLocation: /shop\r\nX-Secret: 1\r\n\r\n")(conversation),
            { Method: "HEAD" } => Answers.Status(405)(conversation),
            _ => Answers.Ok(conversation),
        };

        var result = await TraceAsync($"http://shop.example:{site.Port}/", ("shop.example", "127.0.0.1"));

        var trace = result.Trace!;
        trace.Select(hop => (hop.Method, hop.Url, hop.StatusCode)).ShouldBe(
        [
            (CheckMethod.Head, $"http://shop.example:{site.Port}/", 301),
            (CheckMethod.Head, $"http://shop.example:{site.Port}/shop", 405),
            (CheckMethod.Get, $"http://shop.example:{site.Port}/shop", 200),
        ]);
        (trace[0].Protocol, trace[0].StatusText, trace[0].Encryption).ShouldBe(("HTTP/1.1", "Moved", null));
        trace[0].Headers.ShouldBe(["Server: nginx", "Location: /shop"]);
        trace[0].Addresses.ShouldBe(["127.0.0.1"]);
        trace[0].Attempts.Single().ShouldBe(new AddressAttempt($"127.0.0.1:{site.Port}", trace[0].Attempts[0].Took, null));
    }

    [Theory]
    [InlineData(false, "HTTP/1.1")]
    [InlineData(true, "HTTP/2")]
    public async Task Encryption_certificate_and_protocol_are_told(bool isHttp2, string protocol)
    {
        var script = isHttp2 ? Http2.Script(Http2.Settings, Http2.Headers([0x88])) : async conversation =>
        {
            await conversation.ReadRequestAsync();
            await Answers.Ok(conversation);
        };
        await using var server = TestWebServer.Start(script, TestCertificates.For("shop.example", "www.shop.example"), isHttp2: isHttp2);

        var result = await TraceAsync($"https://shop.example:{server.EndPoint.Port}/", ("shop.example", "127.0.0.1"));

        var hop = result.Trace!.Single();
        (hop.StatusCode, hop.Protocol).ShouldBe((200, protocol));
        hop.Encryption!.ShouldStartWith("TLS 1.");
        hop.Certificate!.Names.ShouldBe(["shop.example", "www.shop.example"]);
        (hop.Certificate.Subject, hop.Certificate.Issuer).ShouldBe(("shop.example", "Squirrel Test Authority"));
        hop.Certificate.NotAfter.ShouldBe(hop.Certificate.NotBefore.AddDays(60));
        hop.Times.Handshake.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_certificate_that_is_not_good_is_shown_all_the_same()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.SelfSigned("127.0.0.1"));

        var hop = (await TraceAsync(site.Url.Text)).Trace!.Single();

        (hop.Certificate!.Subject, hop.Failure, hop.Detail).ShouldBe(("127.0.0.1", FailureKind.CertificateProblem, "certificate is self-signed"));
    }

    [Fact]
    public async Task Nothing_is_written_down_unless_somebody_asks()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));

        var result = await Probes.LookAsync(site.Url.Text, Probes.Patient);

        (result.StatusCode, result.Trace, result.Certificate).ShouldBe((200, null, null));
    }

    [Fact]
    public async Task The_certificate_can_be_had_without_the_rest()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));
        using var probe = Probes.To(Probes.Anywhere);

        var result = await probe.LookAsync(new CheckRequest(site.Url, Probes.Patient, CheckMethod.Head) { WantsCertificate = true }, TestContext.Current.CancellationToken);

        (result.Certificate!.Names.Single(), result.Trace).ShouldBe(("127.0.0.1", null));
    }

    [Fact]
    public async Task The_phases_add_up_to_the_whole()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));
        site.Answer = Answers.RedirectChain(2);

        var result = await TraceAsync(site.Url.Text);

        Sum(result.Times).ShouldBeLessThanOrEqualTo(result.Took);
        Sum(result.Times).ShouldBeGreaterThan(result.Took * 0.5);
        result.Trace!.Select(hop => Sum(hop.Times)).Aggregate((sum, time) => sum + time).ShouldBe(Sum(result.Times));
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_noted()
    {
        await using var open = await LocalWebsite.StartAsync();
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));
        site.Answer = Answers.Redirect(open.Url.Text);

        (await Probes.LookAsync(site.Url.Text, Probes.Patient)).IsDowngraded.ShouldBeTrue();

        open.Answer = Answers.Redirect(site.Url.Text);
        site.Answer = Answers.Ok;
        (await Probes.LookAsync(open.Url.Text, Probes.Patient)).IsDowngraded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_wants_HTTP_1_1_after_all_is_asked_over_it()
    {
        var connections = 0;
        await using var server = TestWebServer.Start(
            conversation => Interlocked.Increment(ref connections) == 1
                ? Http2.Script(Http2.Settings, Http2.Reset(error: 0xD))(conversation)
                : AnswerAsync(conversation),
            TestCertificates.For("shop.example"),
            isHttp2: true);

        var result = await Probes.LookAsync($"https://shop.example:{server.EndPoint.Port}/", Probes.Patient, ("shop.example", "127.0.0.1"));

        (result.StatusCode, result.Method, connections).ShouldBe((200, CheckMethod.Head, 2));
    }

    private static async Task AnswerAsync(Conversation conversation)
    {
        await conversation.ReadRequestAsync();
        await Answers.Ok(conversation);
    }

    private static TimeSpan Sum(PhaseTimes times) => times.NameLookup + times.Connecting + times.Handshake + times.Answering;

    private static async Task<CheckResult> TraceAsync(string url, params (string Name, string Address)[] names)
    {
        using var probe = Probes.To(Probes.Anywhere, names);
        return await probe.LookAsync(new CheckRequest(WebsiteUrl.Parse(url), Probes.Patient, CheckMethod.Head) { WantsTrace = true }, TestContext.Current.CancellationToken);
    }
}
