using MimeKit;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;

namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>A mail that tells several alerts.</summary>
public sealed class BundleMailTests
{
    private static readonly Bundle _bundle = new(
    [
        .. Enumerable.Range(1, 12).Select(number => Alerts.Outage($"Shop <{number}>", $"https://shop{number}.example/")),
        Alerts.Recovery("Blog", "https://blog.example/"),
    ]);

    private readonly Letter _letter = LetterWriter.Write(_bundle, Alerts.Ann.Text);

    [Fact]
    public void Reads_well_as_plain_text() => Write().TextBody!.ReplaceLineEndings("\n").ShouldStartWith(
        """
        1 website up again, 12 down.

        All with bad status. What is up again was down for 4 min 12 s.

        Down: Shop <1> (shop1.example), since 10:02 UTC, bad status
        Down: Shop <2> (shop2.example), since 10:02 UTC, bad status

        """);

    [Fact]
    public void Shows_the_same_in_html_with_every_name_escaped()
    {
        var html = Write().HtmlBody!;

        html.ShouldContain(">DOWN</span>");
        html.ShouldContain("Shop &lt;10&gt; (shop10.example), since 10:02 UTC, bad status");
        html.ShouldNotContain("shop11.example");
        html.ShouldContain("3 more; &#39;squirrel alerts&#39; lists each");
    }

    [Fact]
    public void Begins_a_conversation_of_its_own_and_names_what_it_tells()
    {
        var mail = Write();

        mail.InReplyTo.ShouldBeNull();
        mail.References.ShouldBeEmpty();
        mail.Headers["X-UptimeSquirrel-Alert"].ShouldBe(_letter.Id);
        mail.MessageId.ShouldBe($"{_letter.MessageId}@monitor.example");
    }

    private MimeMessage Write() => EmailMessageWriter.Write(
        _letter, Notifiers.Channel(Alerts.Ann), new MailboxAddress("", "alerts@monitor.example"), unsubscribe: null, Alerts.Now);
}
