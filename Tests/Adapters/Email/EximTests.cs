using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>Against a mail server that others wrote and that many run, with STARTTLS and a log-in.</summary>
public sealed class EximTests : IAsyncLifetime
{
    private readonly System.Security.Cryptography.X509Certificates.X509Certificate2 _certificate = TestCertificate.SelfSigned();
    private EximServer? _exim;

    public async ValueTask InitializeAsync()
    {
        _exim = await EximServer.TryStartAsync(_certificate);
        Assert.SkipWhen(_exim is null, EximServer.Missing);
    }

    public async ValueTask DisposeAsync()
    {
        if (_exim is not null)
            await _exim.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Gives_no_password_to_a_server_whose_certificate_is_not_trusted()
    {
        var answer = await TellAsync(EmailSecurity.StartTls);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldStartWith("The certificate of the mail server 127.0.0.1 was not accepted: it is self-signed and not trusted here.");
        _exim!.Mailbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_to_do_where_the_server_wants_starttls_and_encryption_was_waived()
    {
        var answer = await TellAsync(EmailSecurity.None, logsIn: false);

        answer.ShouldBe(new DeliveryAnswer.TryAgain(
            $"127.0.0.1:{_exim!.Port} takes mail only over an encrypted connection: 5.7.0 Must issue a STARTTLS command first. Set Email:Security to StartTls."));
    }

    private async Task<DeliveryAnswer> TellAsync(EmailSecurity security, bool logsIn = true)
    {
        var options = Notifiers.To(_exim!.Port);
        options.Security = security;
        if (logsIn)
            (options.User, options.Password) = (EximServer.User, EximServer.Password);
        using var notifier = Notifiers.Make(options);
        return await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, TestContext.Current.CancellationToken);
    }
}
