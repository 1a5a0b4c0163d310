using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class TlsTests
{
    private static readonly DateTimeOffset Past = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Future = new(2033, 2, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_good_certificate_is_no_problem()
    {
        var result = await LookAsync(TestCertificates.For("shop.example"));

        (result.StatusCode, result.Failure).ShouldBe((200, FailureKind.None));
    }

    [Fact]
    public async Task A_certificate_for_all_names_of_a_domain_is_good_for_one()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("*.shop.example"));

        var result = await Probes.LookAsync($"https://www.shop.example:{site.Port}/", Probes.Patient, ("www.shop.example", "127.0.0.1"));

        result.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task An_address_by_number_can_have_a_certificate()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));

        var result = await Probes.LookAsync(site.Url.Text, Probes.Patient);

        result.StatusCode.ShouldBe(200);
    }

    public static TheoryData<string, string> Problems => new()
    {
        { "expired", "certificate expired on 2026-01-03" },
        { "not yet valid", "certificate is not valid before 2033-02-04" },
        { "wrong name", "certificate is for other.example, not for shop.example" },
        { "many wrong names", "certificate is for a.example, b.example, c.example and 2 more, not for shop.example" },
        { "self-signed", "certificate is self-signed" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task What_is_wrong_with_a_certificate_is_told(string problem, string detail)
    {
        var certificate = problem switch
        {
            "expired" => TestCertificates.Expired("shop.example", Past),
            "not yet valid" => TestCertificates.NotYetValid("shop.example", Future),
            "wrong name" => TestCertificates.For("other.example"),
            "many wrong names" => TestCertificates.For("a.example", "b.example", "c.example", "d.example", "e.example"),
            _ => TestCertificates.SelfSigned("shop.example"),
        };

        var result = await LookAsync(certificate);

        (result.Failure, result.Detail).ShouldBe((FailureKind.CertificateProblem, detail));
    }

    [Fact]
    public async Task An_authority_that_nobody_knows_is_named()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.For("127.0.0.1"));
        using var probe = new HttpProbe(Probes.Anywhere, TimeProvider.System);

        var result = await probe.LookAtAsync(site.Url.Text);

        (result.Failure, result.Detail).ShouldBe((
            FailureKind.CertificateProblem,
            "certificate cannot be traced to a trusted authority: the server does not send the certificate of its issuer 'Squirrel Test Authority', or nobody trusts it"));
    }

    [Fact]
    public async Task The_request_is_not_sent_over_a_connection_that_is_not_trusted()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.SelfSigned("127.0.0.1"));

        await Probes.LookAsync(site.Url.Text, Probes.Patient);

        site.Requests.ShouldBeEmpty();
    }

    [Fact(Timeout = 20_000)]
    public async Task A_handshake_that_never_ends_is_named()
    {
        await using var server = TestWebServer.Start(conversation => conversation.HangAsync());

        var result = await Probes.LookAsync($"https://{server.EndPoint}/", Probes.Hasty);

        (result.Failure, result.Detail).ShouldBe((FailureKind.TlsTimeout, $"connected to {server.EndPoint}, TLS handshake not finished in time"));
        await server.AllClosedAsync().WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("speaks plain HTTP")]
    [InlineData("hangs up")]
    [InlineData("resets")]
    [InlineData("sends an alert")]
    [InlineData("sends zeros for ever")]
    public async Task A_handshake_that_breaks_is_named(string oddity)
    {
        await using var server = TestWebServer.Start(oddity switch
        {
            "speaks plain HTTP" => Answers.Raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
            "hangs up" => Answers.RawAndHangUp(""),
            "resets" => async conversation =>
            {
                await conversation.ReadAnythingAsync();
                conversation.Reset();
            }
            ,
            "sends an alert" => conversation => conversation.SendAsync([0x15, 3, 3, 0, 2, 2, 40]),
            _ => Answers.Endless("", new string('\0', 4096)),
        });

        var result = await Probes.LookAsync($"https://{server.EndPoint}/", Probes.Patient);

        result.Failure.ShouldBe(FailureKind.TlsFailed, result.Detail);
        result.Detail.ShouldNotBeNullOrEmpty();
        await server.AllClosedAsync().WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<CheckResult> LookAsync(X509Certificate2 certificate)
    {
        await using var site = await LocalWebsite.StartAsync(certificate);
        return await Probes.LookAsync($"https://shop.example:{site.Port}/", Probes.Patient, ("shop.example", "127.0.0.1"));
    }
}
