using MimeKit;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class EmailMessageTests
{
    private static readonly MailboxAddress Sender = new("Our monitor", "alerts@monitor.example");

    [Fact]
    public void Is_the_same_text_plain_and_in_html()
    {
        var mail = Write(Alerts.Outage());

        mail.Body!.ContentType.MimeType.ShouldBe("multipart/alternative");
        mail.BodyParts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.BodyParts.Select(part => part.ContentType.Charset).ShouldBe(["utf-8", "utf-8"]);
        mail.Subject.ShouldBe("DOWN: Shop (shop.example)");
        mail.From.ToString().ShouldBe("\"Our monitor\" <alerts@monitor.example>");
        mail.To.ToString().ShouldBe("ann@shop.example");
        mail.Date.ShouldBe(Alerts.Now);
        mail.HtmlBody!.ShouldContain("<bdi>Shop is down.</bdi>");
        mail.HtmlBody!.ShouldContain("href=\"https://shop.example/\"");
    }

    [Fact]
    public void Has_a_badge_of_its_own_when_it_is_about_a_silo() => Write(Alerts.Doubt()).HtmlBody!.ShouldContain(">IN DOUBT</span>");

    [Fact]
    public void Reads_well_as_plain_text() => Write(Alerts.Outage()).TextBody!.ReplaceLineEndings("\n").ShouldBe(
        """
        Shop is down.

        The server answered, but with an error: 503 (Service Unavailable), after
        0.4 s.

        Address:         https://shop.example/
        Down since:      23 Nov 2026 10:02:13 UTC
        Confirmed:       23 Nov 2026 10:02:49 UTC, after 3 failed checks in a
                         row
        Technical cause: HTTP 503 Service Unavailable

        We keep checking every 5 minutes and will write again as soon as it is
        back.

        -- 
        Sent by UptimeSquirrel, which watches websites for you.

        """);

    [Fact]
    public void Never_breaks_an_address()
    {
        var url = "https://shop.example/" + new string('a', 300);

        Write(Alerts.Outage(url: url)).TextBody!.ShouldContain($"Address:         {url}");
    }

    [Fact]
    public void Is_called_the_same_however_often_it_is_sent()
    {
        var first = Write(Alerts.Outage());
        var second = Write(Alerts.Outage(), Alerts.Now.AddHours(3));
        var toAnother = Notifiers.Write(Alerts.Outage(), EmailAddress.Parse("bob@shop.example"), Sender, Alerts.Now);

        second.MessageId.ShouldBe(first.MessageId);
        toAnother.MessageId.ShouldNotBe(first.MessageId);
        first.MessageId!.ShouldMatch("^[0-9a-f]{32}@monitor\\.example$");
    }

    [Fact]
    public void Joins_the_recovery_to_the_outage_mail()
    {
        var outage = Write(Alerts.Outage());
        var recovery = Write(Alerts.Recovery());

        outage.InReplyTo.ShouldBeNull();
        recovery.InReplyTo.ShouldBe(outage.MessageId);
        recovery.References.ShouldBe([outage.MessageId!]);
        recovery.MessageId.ShouldNotBe(outage.MessageId);
    }

    [Fact]
    public void Tells_robots_not_to_answer_and_names_the_alert()
    {
        var headers = Write(Alerts.Outage()).Headers;

        headers["Auto-Submitted"].ShouldBe("auto-generated");
        headers["X-Auto-Response-Suppress"].ShouldBe("All");
        headers["X-UptimeSquirrel-Alert"].ShouldBe(Alerts.Outage().Id);
    }

    [Theory]
    [InlineData("Shop\r\nBcc: eve@evil.example\r\n\r\nHello")]
    [InlineData("Shop\nX-Evil: 1")]
    [InlineData("Shop\u2028X-Evil: 1")]
    [InlineData("Shop\0\u0085X-Evil: 1")]
    [InlineData("\uD83D broken")]
    public void Lets_no_name_add_a_header(string name)
    {
        var mail = Write(Alerts.Outage(name));

        mail.Headers.Select(header => header.Field).ShouldBe(Write(Alerts.Outage()).Headers.Select(header => header.Field));
        mail.To.Count.ShouldBe(1);
        mail.Subject.ShouldEndWith(" (shop.example)");
    }

    [Fact]
    public void Escapes_everything_in_html()
    {
        var html = Write(Alerts.Outage(
            "<script>alert(1)</script>",
            "https://shop.example/?a=%22%3E&b='onload='x",
            new Problem(FailureKind.BadAnswer, "It said <img src=x onerror=\"y\">", "<b>&"))).HtmlBody!;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("'onload");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; is down.");
        html.ShouldContain("href=\"https://shop.example/?a=%22%3E&amp;b=&#39;onload=&#39;x\"");
    }

    [Fact]
    public void Drops_marks_that_turn_the_reading_direction()
    {
        var mail = Write(Alerts.Outage("Shop\u202E\u2066\u200Fgnp"));

        mail.Subject.ShouldBe("DOWN: Shopgnp (shop.example)");
        mail.HtmlBody!.ShouldContain("<bdi>Shopgnp is down.</bdi>");
    }

    [Theory]
    [InlineData("Bäckerei Müller")]
    [InlineData("商店")]
    [InlineData("🐿️ shop")]
    public void Keeps_every_script(string name)
    {
        var mail = Write(Alerts.Outage(name));

        mail.Subject.ShouldBe($"DOWN: {name} (shop.example)");
        mail.TextBody!.ShouldStartWith($"{name} is down.");
    }

    [Fact]
    public void Stays_small_with_a_huge_name()
    {
        using var bytes = new MemoryStream();
        Write(Alerts.Outage(new string('é', 10_000))).WriteTo(bytes, TestContext.Current.CancellationToken);

        bytes.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public void Names_those_who_get_a_copy_but_not_those_who_get_it_blind()
    {
        var settings = new ChannelSettings(new Dictionary<string, string> { ["to"] = "a@x.example, b@x.example", ["cc"] = "c@x.example", ["bcc"] = "d@x.example" });
        var mail = ReadAgain(EmailMessageWriter.Write(LetterWriter.Write(Alerts.Outage(), "email-1"), settings, Sender, unsubscribe: null, Alerts.Now));

        mail.To.ToString().ShouldBe("a@x.example, b@x.example");
        mail.Cc.ToString().ShouldBe("c@x.example");
        mail.ToString().ShouldNotContain("d@x.example");
        EmailMessageWriter.Recipients(settings).Select(mailbox => mailbox.Address).ShouldBe(["a@x.example", "b@x.example", "c@x.example", "d@x.example"]);
    }

    [Fact]
    public void Tells_mail_programs_where_to_unsubscribe_when_there_is_such_a_place()
    {
        var mail = ReadAgain(EmailMessageWriter.Write(
            LetterWriter.Write(Alerts.Outage(), "email-1"), Notifiers.Channel(Alerts.Ann), Sender, "mailto:stop@monitor.example", Alerts.Now));

        mail.Headers[HeaderId.ListUnsubscribe].ShouldBe("<mailto:stop@monitor.example>");
        Write(Alerts.Outage()).Headers[HeaderId.ListUnsubscribe].ShouldBeNull();
    }

    private static MimeMessage Write(Alert alert, DateTimeOffset? now = null) => ReadAgain(Notifiers.Write(alert, Alerts.Ann, Sender, now ?? Alerts.Now));

    // Written out and read again: what counts is what arrives.
    private static MimeMessage ReadAgain(MimeMessage message)
    {
        using var written = message;
        var bytes = new MemoryStream();
        written.WriteTo(bytes);
        bytes.Position = 0;
        return MimeMessage.Load(bytes);
    }
}
