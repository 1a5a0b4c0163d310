using System.Text;
using MimeKit;
using MimeKit.Text;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Lays an alert out as a mail: the same text plain and in HTML.</summary>
internal static class EmailMessageWriter
{
    /// <summary>Writes the mail.</summary>
    public static MimeMessage Write(Letter letter, ChannelSettings settings, MailboxAddress sender, string? unsubscribe, DateTimeOffset now)
    {
        var words = letter.Words;
        var message = new MimeMessage
        {
            MessageId = $"{letter.MessageId}@{sender.Domain}",
            Date = now.ToUniversalTime(),
            Subject = words.Subject,
            Body = Both(EmailText.Write(words, letter.Actions), EmailHtml.Write(words, Badge(letter.Alert), letter.Actions)),
        };
        message.From.Add(sender);
        message.To.AddRange(Mailboxes(settings, "to"));
        message.Cc.AddRange(Mailboxes(settings, "cc"));
        AddThread(message, letter, sender);
        AddMarks(message, letter.Id, unsubscribe);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>Everybody who gets it, also those whom the mail does not name.</summary>
    public static IReadOnlyList<MailboxAddress> Recipients(ChannelSettings settings) =>
        [.. Mailboxes(settings, "to"), .. Mailboxes(settings, "cc"), .. Mailboxes(settings, "bcc")];

    /// <summary>The same text in both forms, of which mail programs choose.</summary>
    public static MultipartAlternative Both(string plain, string html) => new() { Part(TextFormat.Plain, plain), Part(TextFormat.Html, html) };

    /// <summary>Keeps out-of-office robots from answering: the first is the standard, the second what Exchange obeys.</summary>
    public static void AskForNoReply(MimeMessage message)
    {
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
    }

    private static IEnumerable<MailboxAddress> Mailboxes(ChannelSettings settings, string name) =>
        EmailKind.Addresses(settings, name).Select(address => new MailboxAddress("", address.Text));

    private static AlertKind Badge(Alert alert) => alert is { Kind: AlertKind.StillDown, Flapping: not null } ? AlertKind.StartedFlapping : alert.Kind;

    // The opening letter's id names the thread: with it, mail programs show outage and recovery as one conversation.
    private static void AddThread(MimeMessage message, Letter letter, MailboxAddress sender)
    {
        if (letter.MessageId == letter.ThreadId)
            return;
        message.InReplyTo = $"{letter.ThreadId}@{sender.Domain}";
        message.References.Add(message.InReplyTo);
    }

    private static void AddMarks(MimeMessage message, string id, string? unsubscribe)
    {
        AskForNoReply(message);
        message.Headers.Add("X-UptimeSquirrel-Alert", PlainLine.From(id, 200));
        if (!string.IsNullOrWhiteSpace(unsubscribe))
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.Trim()}>");
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
