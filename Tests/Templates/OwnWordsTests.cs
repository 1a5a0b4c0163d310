using System.Text.Json;
using MimeKit;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Channels;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Templates;

/// <summary>An owner's own words as each kind of channel lays them out, and the remark when their template failed.</summary>
public sealed class OwnWordsTests : WireTest
{
    private const string Remark = "Your template could not be used, so these are the usual words. Body: It came out empty.";

    public static TheoryData<string> Texts => ["slack", "discord", "teams", "telegram", "matrix", "ntfy", "gotify", "pagerduty", "opsgenie", "webhook"];

    [Theory, MemberData(nameof(Texts))]
    public async Task Are_all_that_a_message_says(string kind)
    {
        if (kind == "webhook")
            return;
        var sent = JsonSerializer.Serialize((await SendAsync(kind, InOwnWords)).Json);

        sent.ShouldContain("My subject");
        sent.ShouldContain("My first line");
        sent.ShouldContain("My last line");
        sent.ShouldNotContain("Technical cause: HTTP");
        if (kind is not "opsgenie")
            sent.ShouldNotContain("HTTP 503");
        sent.ShouldNotContain("but with an error");
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task Are_replaced_by_the_usual_ones_with_a_remark_when_they_fail(string kind)
    {
        var sent = JsonSerializer.Serialize((await SendAsync(kind, letter => letter with { Words = letter.Words with { Remark = Remark } })).Json);

        sent.ShouldContain("but with an error");
        sent.ShouldContain(Remark);
    }

    [Fact]
    public void Stand_in_both_halves_of_a_mail()
    {
        var mail = Mail(InOwnWords);

        mail.Subject.ShouldBe("My subject");
        mail.TextBody!.ReplaceLineEndings("\n").ShouldStartWith("My first line\n\nMy last line\n\n-- \n");
        mail.HtmlBody!.ReplaceLineEndings("\n").ShouldContain("<bdi>My first line<br>\n<br>\nMy last line</bdi>");
        mail.HtmlBody!.ShouldNotContain("Technical cause");
    }

    [Fact]
    public void Leave_the_remark_for_the_last_line_of_a_mail()
    {
        var mail = Mail(letter => letter with { Words = letter.Words with { Remark = Remark } });

        string.Join(' ', mail.TextBody!.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).ShouldContain($"as it is back. {Remark} -- Sent by");
        mail.HtmlBody!.ShouldContain($">{Remark}</p>");
    }

    [Theory]
    [InlineData("x\r\nBcc: eve@evil.example\r\n\r\n<b>hi</b>")]
    [InlineData("</bdi></p><script>alert(1)</script>\u2028X: 1")]
    public void Add_no_header_and_no_element_to_a_mail(string text)
    {
        var mail = Mail(letter => Apply(letter, text));

        mail.Headers.Select(header => header.Field).ShouldBe(Mail(InOwnWords).Headers.Select(header => header.Field));
        mail.Bcc.ShouldBeEmpty();
        mail.HtmlBody!.ShouldNotContain("<script");
        mail.HtmlBody!.ShouldNotContain("<b>");
    }

    private static Letter Apply(Letter letter, string text) =>
        letter with { Words = UptimeSquirrel.Grains.Owners.Templates.TemplateRules.Apply(letter.Words, EmailKind.Kind, new(text, null), new(text, null)).Words };

    private static Letter InOwnWords(Letter letter) =>
        letter with { Words = letter.Words with { Subject = "My subject", Own = ["My first line", "", "My last line"] } };

    private static MimeMessage Mail(Func<Letter, Letter> change) => EmailMessageWriter.Write(
        change(LetterWriter.Write(Alerts.Outage(), "ann@shop.example")), new ChannelSettings(new Dictionary<string, string> { ["to"] = "ann@shop.example" }),
        new MailboxAddress("", "alerts@monitor.example"), null, Alerts.Now);
}
