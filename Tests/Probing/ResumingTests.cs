using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Probing.TlsSite;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>The platform keeps sessions by host name for the whole process, so each of these tests has a name of its own.</summary>
public sealed class ResumingTests : IDisposable
{
    private static readonly LookSettings IgnoringCertificate = new() { IgnoresCertificate = true };
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly HttpProbe _probe;
    private readonly string _name = $"n{Guid.NewGuid():n}.example";

    public ResumingTests() => _probe = new HttpProbe(Probes.Anywhere, _clock, new Surroundings
    {
        TrustedRoots = [X509CertificateLoader.LoadCertificate(TestCertificates.Authority.RawData)],
        LookUpAsync = (_, _, _) => Task.FromResult(NameAnswer.Found([IPAddress.Loopback])),
    });

    public void Dispose() => _probe.Dispose();

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_certificate_is_verified_once_and_then_the_session_goes_on(SslProtocols protocol)
    {
        await using var site = new TlsSite(Good(), protocol);

        await SeeAsync(site, times: 4);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Resumed]);
    }

    [Fact]
    public async Task After_an_hour_the_certificate_is_asked_for_again()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        _clock.Advance(TimeSpan.FromMinutes(59));
        await SeeAsync(site);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SeeAsync(site, times: 2);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Resumed, Full, Resumed]);
    }

    [Fact]
    public async Task A_bad_certificate_that_sessions_hide_is_told_after_an_hour()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        site.Certificate = Bad();
        await SeeAsync(site);
        _clock.Advance(TimeSpan.FromHours(1));

        (await LookAsync(site)).Detail.ShouldBe("certificate is self-signed");
    }

    [Fact]
    public async Task A_bad_certificate_that_sessions_hide_is_told_when_HEAD_fails_and_GET_is_to_decide()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        (site.Certificate, site.Status) = (Bad(), 503);

        (await LookAsync(site)).Detail.ShouldBe("certificate is self-signed");
        site.Handshakes.ShouldBe([Full, Full, Resumed, Resumed, Full]);
    }

    [Fact]
    public async Task A_bad_certificate_that_sessions_hide_is_told_at_the_look_after_one_that_failed()
    {
        var get = new LookSettings { Method = CheckMethod.Get };
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        (site.Certificate, site.Status) = (Bad(), 503);
        (await LookAsync(site, get)).StatusCode.ShouldBe(503);

        (await LookAsync(site, get)).Detail.ShouldBe("certificate is self-signed");
        site.Handshakes.ShouldBe([Full, Full, Resumed, Resumed, Full]);
    }

    [Fact]
    public async Task A_certificate_that_expires_between_two_looks_is_told_although_the_session_would_go_on()
    {
        var end = _clock.GetUtcNow().AddMinutes(10);
        await using var site = new TlsSite(TestCertificates.Between(_name, end.AddDays(-60), end));
        await SeeAsync(site, times: 3);

        _clock.Advance(TimeSpan.FromMinutes(11));

        (await LookAsync(site)).Failure.ShouldBe(FailureKind.CertificateProblem);
        site.Handshakes.ShouldBe([Full, Full, Resumed, Full]);
    }

    [Fact]
    public async Task A_bad_certificate_is_told_at_once_where_the_server_does_not_resume()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        site.Certificate = site.CertificateOfSessions = Bad();

        (await LookAsync(site)).Detail.ShouldBe("certificate is self-signed");
    }

    [Fact]
    public async Task A_new_good_certificate_is_no_problem_whether_the_server_resumes_or_not()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        site.Certificate = Good();
        _clock.Advance(TimeSpan.FromHours(1));
        await SeeAsync(site, times: 2);
        site.CertificateOfSessions = site.Certificate;
        await SeeAsync(site, times: 2);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Full, Resumed, Full, Resumed]);
    }

    [Fact]
    public async Task A_session_that_began_with_the_certificate_before_does_not_outlive_that_one()
    {
        var end = _clock.GetUtcNow().AddMinutes(90);
        await using var site = new TlsSite(TestCertificates.Between(_name, end.AddDays(-60), end));
        await SeeAsync(site, times: 3);

        site.Certificate = Good();
        _clock.Advance(TimeSpan.FromHours(1));
        await SeeAsync(site, times: 2);
        _clock.Advance(TimeSpan.FromMinutes(31));
        await SeeAsync(site);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Full, Resumed, Resumed, Full]);
    }

    [Fact]
    public async Task Who_wants_the_certificate_gets_the_one_that_is_shown_now()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        site.Certificate = TestCertificates.For(_name, "new.example");
        var result = await _probe.LookAsync(Request(site) with { WantsCertificate = true }, TestContext.Current.CancellationToken);

        result.Certificate!.Names.ShouldBe([_name, "new.example"]);
    }

    [Fact]
    public async Task A_look_that_takes_any_certificate_neither_resumes_nor_leaves_anything_for_others()
    {
        await using var site = new TlsSite(Bad());

        for (var i = 0; i < 3; i++)
            (await LookAsync(site, IgnoringCertificate)).StatusCode.ShouldBe(200);
        var strict = await LookAsync(site);

        strict.Detail.ShouldBe("certificate is self-signed");
        site.Handshakes.ShouldBe([Full, Full, Full, Full]);
    }

    [Fact]
    public async Task A_look_that_takes_any_certificate_does_not_go_on_with_the_session_of_one_that_does_not()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site, times: 3);

        (await LookAsync(site, IgnoringCertificate)).StatusCode.ShouldBe(200);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Full]);
    }

    [Fact]
    public async Task A_session_that_another_part_of_the_program_began_with_a_bad_certificate_is_not_believed()
    {
        await using var site = new TlsSite(Good());
        await SeeAsync(site);

        site.Certificate = site.CertificateOfSessions = Bad();
        await VisitWithoutVerifyingAsync(site);

        (await LookAsync(site)).Detail.ShouldBe("certificate is self-signed");
        site.Handshakes.ShouldBe([Full, Full, Resumed, Full]);
    }

    [Fact]
    public async Task A_server_that_cannot_go_on_with_sessions_is_no_failure_and_is_spared_for_an_hour()
    {
        await using var site = new TlsSite(Good()) { BreaksResumed = true };

        await SeeAsync(site, times: 4);
        _clock.Advance(TimeSpan.FromHours(1));
        await SeeAsync(site, times: 2);

        site.Handshakes.ShouldBe([Full, Full, Resumed, Full, Full, Full, Resumed, Full]);
    }

    [Fact]
    public async Task What_changes_something_does_not_depend_on_a_session_for_it_is_not_sent_twice()
    {
        await using var site = new TlsSite(Good()) { BreaksResumed = true };
        await SeeAsync(site, times: 2);

        var result = await _probe.LookAsync(Request(site) with { Method = CheckMethod.Post }, TestContext.Current.CancellationToken);

        result.StatusCode.ShouldBe(200);
        site.Requests.ShouldBe(["HEAD", "HEAD", "POST"]);
        site.Handshakes.ShouldBe([Full, Full, Full]);
    }

    [Fact]
    public async Task With_room_for_no_website_every_handshake_is_a_full_one()
    {
        await using var site = new TlsSite(Good());
        using var probe = Probes.To(Probes.Anywhere with { ResumableWebsites = 0 }, (_name, "127.0.0.1"));

        for (var i = 0; i < 3; i++)
            (await probe.LookAsync(Request(site), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(200);

        site.Handshakes.ShouldBe([Full, Full, Full]);
    }

    private X509Certificate2 Good() => TestCertificates.For([_name, .. Enumerable.Range(0, 50).Select(i => $"a-longer-name-{i}.example")]);

    private X509Certificate2 Bad() => TestCertificates.SelfSigned(_name);

    private CheckRequest Request(TlsSite site) => new(WebsiteUrl.Parse($"https://{_name}:{site.Port}/"), Probes.Patient, CheckMethod.Head);

    private Task<CheckResult> LookAsync(TlsSite site, LookSettings? settings = null) =>
        _probe.LookAsync(Request(site) with { Settings = settings, Method = settings?.Method ?? CheckMethod.Head }, TestContext.Current.CancellationToken);

    private async Task SeeAsync(TlsSite site, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var result = await LookAsync(site);
            (result.StatusCode, result.Failure).ShouldBe((200, FailureKind.None), result.Detail);
        }
    }

    private async Task VisitWithoutVerifyingAsync(TlsSite site)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, site.Port, TestContext.Current.CancellationToken);
        await using var visitor = new SslStream(new NetworkStream(socket));
        await visitor.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = _name, RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null }, TestContext.Current.CancellationToken);
        await visitor.WriteAsync("HEAD / HTTP/1.1\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await visitor.ReadExactlyAsync(new byte[10], TestContext.Current.CancellationToken);
    }
}
