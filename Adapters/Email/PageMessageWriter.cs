using System.Net;
using System.Text;
using MimeKit;
using UptimeSquirrel.Grains.StatusPages.Subscribers;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Lays out a mail to a subscriber of a status page: the same text plain and in HTML, and how to get no more of them.</summary>
internal static class PageMessageWriter
{
    /// <summary>Writes the mail.</summary>
    public static MimeMessage Write(PageLetter letter, MailboxAddress sender)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.MessageId}@{sender.Domain}",
            Date = letter.At.ToUniversalTime(),
            Subject = letter.Subject,
            Body = EmailMessageWriter.Both(Plain(letter), Html(letter)),
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress("", letter.To.Text));
        EmailMessageWriter.AskForNoReply(message);
        if (letter.Leave is { } leave)
        {
            // RFC 8058: one click in the mail program, without a page in between.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave.Url}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static string Plain(PageLetter letter)
    {
        var text = new StringBuilder();
        foreach (var paragraph in letter.Paragraphs)
            text.Append(paragraph).Append("\r\n\r\n");
        if (letter.Button is { } button)
            text.Append(button.Label).Append(": ").Append(button.Url).Append("\r\n\r\n");
        if (letter.Leave is { } leave)
            text.Append("-- \r\n").Append(leave.Label).Append(": ").Append(leave.Url).Append("\r\n");
        return text.ToString();
    }

    private static string Html(PageLetter letter)
    {
        var paragraphs = string.Concat(letter.Paragraphs.Select(paragraph => $"<p style=\"margin:0 0 14px 0;overflow-wrap:anywhere;\">{Escape(paragraph)}</p>\n"));
        var button = letter.Button is not { } one ? "" :
            $"<p style=\"margin:20px 0;\"><a href=\"{Escape(one.Url)}\" style=\"display:inline-block;padding:10px 18px;border:1px solid #5b6670;border-radius:6px;text-decoration:none;color:#0b57d0;\">{Escape(one.Label)}</a></p>\n";
        var leave = letter.Leave is not { } link ? "" : $"<p style=\"margin:24px 0 0 0;font-size:13px;\"><a href=\"{Escape(link.Url)}\" style=\"color:#5b6670;\">{Escape(link.Label)}</a></p>\n";
        return $"""
            <!DOCTYPE html>
            <html lang="{letter.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Escape(letter.Subject)}</title></head>
            <body style="margin:0;padding:24px 16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
            {paragraphs}{button}{leave}</body>
            </html>

            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
