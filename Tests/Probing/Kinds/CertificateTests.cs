using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing.Kinds;

/// <summary>Looks at the certificate of a service.</summary>
public sealed class CertificateTests
{
    private static readonly DateTimeOffset Past = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_good_certificate_is_up_and_its_dates_are_noted()
    {
        var result = await LookAsync(TestCertificates.For("mail.example"), "");

        VerdictRules.Judge(result, AcceptedStatuses.Default).ShouldBeSameAs(Verdict.Healthy);
        result.Certificate!.Names.ShouldBe(["mail.example"]);
    }

    public static TheoryData<string, FailureKind, string> Faults => new()
    {
        { "expired", FailureKind.CertificateProblem, "Whoever connects to port {0} of mail.example is warned: its certificate expired on 2026-01-03." },
        { "wrong name", FailureKind.CertificateProblem, "Whoever connects to port {0} of mail.example is warned: its certificate is for other.example, not for mail.example." },
        { "self-signed", FailureKind.CertificateProblem, "Whoever connects to port {0} of mail.example is warned: its certificate is self-signed." },
        { "weak", FailureKind.CertificateProblem, "Whoever connects to port {0} of mail.example is warned: its certificate has an RSA key of fewer than 2048 bits, which can be broken." },
        { "plain", FailureKind.TlsFailed, "No encrypted connection to port {0} of mail.example could be set up." },
        { "silent", FailureKind.TlsTimeout, "The port {0} of mail.example took the connection, but had not set up encryption within 1 s." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_told_of_the_port(string fault, FailureKind kind, string sentence)
    {
        var certificate = fault switch
        {
            "expired" => TestCertificates.Expired("mail.example", Past),
            "wrong name" => TestCertificates.For("other.example"),
            "self-signed" => TestCertificates.SelfSigned("mail.example"),
            "weak" => TestCertificates.WithRsaKey("mail.example", 1024),
            _ => null,
        };
        var script = fault == "plain" ? Answers.RawAndHangUp("220 mail.example ESMTP\r\n") : Answers.Hang;
        await using var server = TestWebServer.Start(script, certificate, isWeak: fault == "weak");

        var result = await LookAsync(server, "", fault == "silent" ? TimeSpan.FromSeconds(1) : Probes.Patient);

        var problem = VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!;
        (problem.Kind, problem.Sentence).ShouldBe((kind, string.Format(CultureInfo.InvariantCulture, sentence, server.EndPoint.Port)));
    }

    [Fact]
    public async Task A_certificate_that_ends_sooner_than_asked_for_is_told()
    {
        var result = await LookAsync(TestCertificates.For("mail.example"), "?days=40");

        result.Failure.ShouldBe(FailureKind.CertificateEndsSoon);
        result.Detail.ShouldEndWith("; at least 40 were asked for");
    }

    [Fact]
    public async Task A_certificate_that_lasts_as_long_as_asked_for_is_up() =>
        (await LookAsync(TestCertificates.For("mail.example"), "?days=14")).Failure.ShouldBe(FailureKind.None);

    [Theory]
    [InlineData(14.0, 14, null)]
    [InlineData(13.99, 14, "certificate expires on 2026-11-30, in 13 days; at least 14 were asked for")]
    [InlineData(1.5, 14, "certificate expires on 2026-11-18, in 1 day; at least 14 were asked for")]
    [InlineData(0.5, 1, "certificate expires on 2026-11-17, in 0 days; at least 1 were asked for")]
    [InlineData(0.5, 0, null)]
    public void Days_left_are_whole_days(double daysLeft, int askedFor, string? expected)
    {
        var now = new DateTimeOffset(2026, 11, 17, 0, 0, 0, TimeSpan.Zero);
        var certificate = new CertificateFacts { Subject = "", Issuer = "", Names = [], NotBefore = now, NotAfter = now.AddDays(daysLeft) };

        TlsRules.Ending(certificate, askedFor, now).ShouldBe(expected);
    }

    private static async Task<CheckResult> LookAsync(X509Certificate2 certificate, string query)
    {
        await using var server = TestWebServer.Start(Answers.Hang, certificate);
        return await LookAsync(server, query, Probes.Patient);
    }

    private static Task<CheckResult> LookAsync(TestWebServer server, string query, TimeSpan timeout) =>
        Probes.LookAsync($"tls://mail.example:{server.EndPoint.Port}{query}", timeout, ("mail.example", "127.0.0.1"));
}
