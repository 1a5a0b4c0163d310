using System.Text;
using MimeKit;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>A mail as it came over the wire.</summary>
public sealed record ReceivedMail
{
    /// <summary>When it was taken over.</summary>
    public DateTimeOffset At { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>The sender in the envelope.</summary>
    public required string Sender { get; init; }

    /// <summary>The recipient in the envelope.</summary>
    public required string Recipient { get; init; }

    /// <summary>Every byte between DATA and the dot.</summary>
    public required string Raw { get; init; }

    /// <summary>Who logged in to send it; null when nobody did.</summary>
    public string? LoggedInAs { get; init; }

    /// <summary>Whether it came over an encrypted connection.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The mail, read.</summary>
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Raw)));

    public string Subject => Message.Subject ?? "";

    public string Text => Message.TextBody ?? "";
}
