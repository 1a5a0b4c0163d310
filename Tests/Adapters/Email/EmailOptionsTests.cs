using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class EmailOptionsTests
{
    [Fact]
    public void Needs_no_settings_at_all() => EmailOptionsRules.Problems(new EmailOptions()).ShouldBeEmpty();

    [Fact]
    public void Takes_every_last_good_value()
    {
        var low = new EmailOptions { Port = 1, Timeout = TimeSpan.FromSeconds(1), MaximumConnections = 1 };
        var high = new EmailOptions
        {
            Host = "mail.example",
            From = "Our monitor <alerts@monitor.example>",
            Port = 65_535,
            Timeout = TimeSpan.FromMinutes(2),
            MaximumConnections = 100,
            User = "squirrel",
            Password = "nuts",
            Security = EmailSecurity.Tls,
        };

        EmailOptionsRules.Problems(low).ShouldBeEmpty();
        EmailOptionsRules.Problems(high).ShouldBeEmpty();
    }

    [Fact]
    public void Tells_everything_that_is_wrong_at_once()
    {
        var options = new EmailOptions
        {
            Host = "smtp://mail.example",
            Port = 0,
            Security = (EmailSecurity)9,
            Timeout = TimeSpan.FromMilliseconds(999),
            MaximumConnections = 101,
            PickupFolder = " ",
            Password = "secret-42",
            PasswordFile = "/nowhere/password",
        };

        var problems = EmailOptionsRules.Problems(options);

        problems.Take(9).ShouldBe(
        [
            "Email:Port is 0 but must be from 1 to 65535; mail servers take mail on 587, 465 or 25.",
            "Email:Security is 9 but must be Auto, None, StartTls or Tls.",
            "Email:Timeout is 00:00:00.9990000 but must be from 00:00:01 to 00:02:00.",
            "Email:MaximumConnections is 101 but must be from 1 to 100.",
            "Email:PickupFolder is empty; name a folder for the mails that are written while no Email:Host is set.",
            "Email:Host is 'smtp://mail.example' but must be a bare name or address such as mail.example.com; the port goes into Email:Port.",
            "Email:From is missing: with Email:Host, say who the mails are from, for example alerts@example.com.",
            "Email:Password and Email:PasswordFile are both set; keep one of them.",
            "A password for e-mail is set without Email:User; say who logs in, or drop the password.",
        ]);
        problems[9].ShouldStartWith("Email:PasswordFile '/nowhere/password' cannot be read: ");
        problems.Count.ShouldBe(10);
        problems.ShouldAllBe(problem => !problem.Contains("secret-42"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c")]
    [InlineData("alerts@monitor.example, eve@evil.example")]
    [InlineData("alerts@monitor.example\r\nBcc: eve@evil.example")]
    public void Takes_one_sender(string from) =>
        EmailOptionsRules.Problems(new EmailOptions { From = from }).Single().ShouldStartWith($"Email:From is '{from}' but must be an e-mail address");

    [Fact]
    public void Wants_a_password_with_a_user() =>
        EmailOptionsRules.Problems(new EmailOptions { User = "squirrel" }).ShouldBe(
            ["Email:User is set without a password; set Email:Password or Email:PasswordFile, or drop Email:User."]);

    [Fact]
    public void Reads_the_first_line_of_a_password_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "nuts and more\r\n");
            EmailPassword.TryRead(new EmailOptions { PasswordFile = path }, out var password, out _).ShouldBeTrue();
            password.ShouldBe("nuts and more");

            File.WriteAllText(path, "");
            EmailOptionsRules.Problems(new EmailOptions { User = "squirrel", PasswordFile = path }).ShouldBe(
                [$"Email:PasswordFile '{path}' is empty; its first line must be the password."]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(null, typeof(PickupFolderNotifier))]
    [InlineData("mail.example", typeof(MailKitNotifier))]
    public void Sends_when_there_is_a_mail_server_and_writes_files_until_then(string? host, Type notifier)
    {
        using var services = new ServiceCollection().AddLogging()
            .AddUptimeEmail(new EmailOptions { Host = host, From = "alerts@monitor.example" }).BuildServiceProvider();

        var registered = services.GetServices<INotifier>().Single();

        registered.ShouldBeOfType(notifier);
        registered.Kind.Name.ShouldBe("email");
    }

    [Fact]
    public void Refuses_to_start_with_bad_settings() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddUptimeEmail(new EmailOptions { Port = 0 })).Message.ShouldStartWith("Email:Port is 0");

    [Theory]
    [InlineData("mailto:stop@monitor.example", true)]
    [InlineData("https://monitor.example/stop", true)]
    [InlineData("http://monitor.example/stop", false)]
    [InlineData("stop@monitor.example", false)]
    [InlineData("https://monitor.example/>,<https://evil.example/", false)]
    public void Knows_where_somebody_may_unsubscribe(string address, bool isGood) =>
        EmailOptionsRules.Problems(new EmailOptions { Unsubscribe = address }).ShouldBe(
            isGood ? [] : ["Email:Unsubscribe must be an address such as mailto:alerts@example.com or https://example.com/alerts."]);
}
