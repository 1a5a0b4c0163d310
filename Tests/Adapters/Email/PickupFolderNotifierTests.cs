using Microsoft.Extensions.Time.Testing;
using MimeKit;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class PickupFolderNotifierTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("uptime-mail");

    private string Mails => Path.Combine(folder.FullName, "made", "by", "need");

    [Fact]
    public async Task Writes_a_mail_that_a_mail_program_can_open()
    {
        var answer = await TellAsync(Alerts.Outage());

        var path = Directory.GetFiles(Mails).Single();
        Path.GetFileName(path).ShouldMatch("^20261123T100249Z-DOWN-shop\\.example-[0-9a-f]{12}\\.eml$");
        answer.ShouldBe(new DeliveryAnswer.Delivered($"Written to {path}"));
        var mail = await MimeMessage.LoadAsync(path, TestContext.Current.CancellationToken);
        mail.Subject.ShouldBe("DOWN: Shop (shop.example)");
        mail.From.ToString().ShouldBe("\"UptimeSquirrel\" <uptimesquirrel@localhost>");
    }

    [Fact]
    public async Task Writes_the_same_alert_to_the_same_person_once()
    {
        await TellAsync(Alerts.Outage());
        await TellAsync(Alerts.Outage());
        await TellAsync(Alerts.Outage(), "bob@shop.example");
        await TellAsync(Alerts.Recovery());

        Directory.GetFiles(Mails).Select(path => Path.GetFileName(path)[..^17]).Order(StringComparer.Ordinal).ShouldBe(
            ["20261123T100249Z-DOWN-shop.example", "20261123T100249Z-DOWN-shop.example", "20261123T100655Z-UP-shop.example"]);
    }

    [Fact]
    public async Task Keeps_file_names_tame_whatever_the_host()
    {
        await TellAsync(Alerts.Outage(url: "http://[::1]:8080/../../etc/passwd"));

        Path.GetFileName(Directory.GetFiles(Mails).Single()).ShouldMatch("^20261123T100249Z-DOWN-__1-[0-9a-f]{12}\\.eml$");
    }

    [Fact]
    public async Task Names_a_mail_about_a_silo_after_the_silo()
    {
        await TellAsync(Alerts.Doubt());

        Path.GetFileName(Directory.GetFiles(Mails).Single()).ShouldMatch("^20261123T100249Z-SILO-IN-DOUBT-berlin-1-[0-9a-f]{12}\\.eml$");
    }

    [Fact]
    public async Task Tries_again_when_the_folder_cannot_be_made()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "made"), "a file, not a folder", TestContext.Current.CancellationToken);

        var answer = await TellAsync(Alerts.Outage());

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldStartWith($"The mail could not be written to {Mails}");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<DeliveryAnswer> TellAsync(Alert alert, string recipient = "ann@shop.example") =>
        new PickupFolderNotifier(new EmailOptions { PickupFolder = Mails }, new FakeTimeProvider(Alerts.Now))
            .DeliverAsync(alert, EmailAddress.Parse(recipient), TestContext.Current.CancellationToken);
}
