using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>A silo that sends through a mail server as people have it: STARTTLS, a certificate that this machine trusts, a log-in with a password from a file.</summary>
public sealed class MailServerJourney
{
    [Fact]
    public async Task A_wrong_password_is_told_and_the_mail_goes_out_when_it_is_put_right()
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var exim = await EximServer.TryStartAsync(certificate);
        Assert.SkipWhen(exim is null, EximServer.Missing);
        using var folder = new TemporaryFolder();
        var password = folder.Write("password", "wrong");
        await using var silo = SiloProcess.Launch(
            folder.Path,
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = folder.Write("authority.pem", certificate.ExportCertificatePem()) },
            ["--Email:Host=127.0.0.1", $"--Email:Port={exim.Port}", "--Email:Security=StartTls", $"--Email:User={EximServer.User}", $"--Email:PasswordFile={password}", "--Email:From=squirrel@monitor.example"]);
        await silo.ReadyAsync();
        var squirrel = new Squirrel(folder.Path, silo.Cluster);
        await squirrel.MustAsync("owner", "set", "team", "--email", "alice@shop.example");

        var refused = await squirrel.RunAsync("owner", "test", "team", "--json");
        refused.ExitCode.ShouldBe(1);
        refused.Json[0].GetProperty("answer").GetString()!.ShouldContain("refused the log-in");

        folder.Write("password", EximServer.Password);
        await squirrel.MustAsync("owner", "test", "team");
        var mail = (await Eventually.GetAsync(() => Task.FromResult(exim.Mailbox), mails => mails.Count > 0)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("TEST from UptimeSquirrel");
        mail.Headers["Received"]!.ShouldContain("esmtpsa", Case.Insensitive);
    }
}
