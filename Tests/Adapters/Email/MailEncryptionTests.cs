using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class MailEncryptionTests
{
    private static readonly (string, string) Account = ("squirrel", "n u t s ü");

    [Fact]
    public async Task Logs_in_where_encryption_was_waived()
    {
        await using var mail = await MailServer.StartAsync(new MailServerSetup { LogIn = Account });

        var answer = await TellAsync(mail, EmailSecurity.None, Account);

        answer.ShouldBeOfType<DeliveryAnswer.Delivered>();
        mail.Messages.Single().LoggedInAs.ShouldBe("squirrel");
    }

    [Fact]
    public async Task Never_sends_a_password_unprotected_unless_told_to()
    {
        await using var mail = await MailServer.StartAsync(new MailServerSetup { LogIn = Account });

        var answer = await TellAsync(mail, EmailSecurity.Auto, Account);

        answer.ShouldBe(new DeliveryAnswer.TryAgain(
            $"127.0.0.1:{mail.Port} offers no encryption, so the password was not sent. Use another Email:Port (587 or 465), " +
            "or set Email:Security to None if nobody can listen in."));
    }

    [Fact]
    public async Task Tries_again_when_the_log_in_is_refused_and_never_repeats_the_password()
    {
        await using var mail = await MailServer.StartAsync(new MailServerSetup { LogIn = Account });

        var answer = await TellAsync(mail, EmailSecurity.None, ("squirrel", "secret-42"));

        var reason = answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason;
        reason.ShouldContain("refused the log-in: ");
        reason.ShouldContain("Check Email:User and Email:Password or Email:PasswordFile.");
        reason.ShouldNotContain("secret-42");
    }

    [Fact]
    public async Task Says_that_the_server_wants_a_log_in()
    {
        await using var mail = await MailServer.StartAsync(new MailServerSetup { LogIn = Account });

        var answer = await TellAsync(mail, EmailSecurity.None, null);

        answer.ShouldBe(new DeliveryAnswer.TryAgain(
            $"127.0.0.1:{mail.Port} takes mail only after a log-in: 5.7.0 Authentication required. Set Email:User and Email:Password or Email:PasswordFile."));
    }

    [Fact]
    public async Task Says_that_the_server_knows_no_log_in()
    {
        await using var mail = await MailServer.StartAsync();

        var answer = await TellAsync(mail, EmailSecurity.None, Account);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldContain("Check Email:Port, Email:Security and Email:User.");
    }

    [Fact]
    public async Task Says_that_the_server_offers_no_starttls()
    {
        await using var mail = await MailServer.StartAsync();

        var answer = await TellAsync(mail, EmailSecurity.StartTls, null);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldContain("STARTTLS");
        mail.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EmailSecurity.Auto)]
    [InlineData(EmailSecurity.StartTls)]
    public async Task Trusts_no_self_signed_certificate_and_says_what_to_do(EmailSecurity security)
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var mail = await MailServer.StartAsync(new MailServerSetup { StartTls = certificate });

        var answer = await TellAsync(mail, security, null);

        answer.ShouldBe(new DeliveryAnswer.TryAgain(
            "The certificate of the mail server 127.0.0.1 was not accepted: it is self-signed and not trusted here. " +
            "Give the mail server a certificate for this name from an issuer that this machine trusts, " +
            "or add its issuer to this machine's trusted certificates."));
        mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_a_certificate_is_out_of_date_and_for_another_name()
    {
        var until = new DateTimeOffset(2021, 5, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = TestCertificate.SelfSigned("other.example", isForLoopback: false, until);
        await using var mail = await MailServer.StartAsync(new MailServerSetup { Tls = certificate });

        var answer = await TellAsync(mail, EmailSecurity.Tls, null);

        var reason = answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason;
        reason.ShouldContain("it is made out to other.example, not to 127.0.0.1");
        reason.ShouldContain("it is valid from 1 Jan 2020 to 1 May 2021 only");
    }

    [Fact]
    public async Task Says_that_the_port_speaks_no_tls()
    {
        await using var mail = await MailServer.StartAsync();

        var answer = await TellAsync(mail, EmailSecurity.Tls, null);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason
            .ShouldEndWith("Check that Email:Port and Email:Security belong together: 465 with Tls, 587 with StartTls.");
    }

    [Theory]
    [InlineData(MailStep.StartTls, EmailSecurity.StartTls, "STARTTLS")]
    [InlineData(MailStep.LogIn, EmailSecurity.None, "the log-in")]
    public async Task Names_the_step_at_which_the_server_fell_silent(MailStep step, EmailSecurity security, string name)
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var mail = await MailServer.StartAsync(new MailServerSetup { StartTls = certificate, LogIn = Account });
        mail.HangAt(step);

        var answer = await TellAsync(mail, security, Account, TimeSpan.FromSeconds(2));

        answer.ShouldBe(new DeliveryAnswer.TryAgain($"127.0.0.1:{mail.Port} gave no answer within 2 seconds (at {name})."));
    }

    private static async Task<DeliveryAnswer> TellAsync(
        MailServer mail, EmailSecurity security, (string User, string Password)? account, TimeSpan? timeout = null)
    {
        var options = Notifiers.To(mail.Port);
        options.Security = security;
        options.Timeout = timeout ?? options.Timeout;
        options.User = account?.User;
        options.Password = account?.Password;
        using var notifier = Notifiers.Make(options);
        return await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, TestContext.Current.CancellationToken);
    }
}
