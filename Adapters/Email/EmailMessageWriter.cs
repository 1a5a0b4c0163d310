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
    public static MimeMessage Write(Alert alert, EmailAddress recipient, MailboxAddress sender, DateTimeOffset now)
    {
        var words = AlertWriter.Write(alert);
        var message = new MimeMessage
        {
            MessageId = EmailIdentity.MessageId(alert.Id, recipient, sender.Domain),
            Date = now.ToUniversalTime(),
            Subject = words.Subject,
            Body = new MultipartAlternative
            {
                Part(TextFormat.Plain, EmailText.Write(words)),
                Part(TextFormat.Html, EmailHtml.Write(words, alert.Kind)),
            },
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress("", recipient.Text));
        AddThread(message, alert, recipient, sender);
        AddMarks(message, alert);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    // The opening alert's id is the incident's id: with it, mail programs show outage and recovery as one conversation.
    private static void AddThread(MimeMessage message, Alert alert, EmailAddress recipient, MailboxAddress sender)
    {
        if (alert.Id == alert.IncidentId)
            return;
        message.InReplyTo = EmailIdentity.MessageId(alert.IncidentId, recipient, sender.Domain);
        message.References.Add(message.InReplyTo);
    }

    // Both keep out-of-office robots from answering: the first is the standard, the second what Exchange obeys.
    private static void AddMarks(MimeMessage message, Alert alert)
    {
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("X-UptimeSquirrel-Alert", PlainLine.From(alert.Id, 200));
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
