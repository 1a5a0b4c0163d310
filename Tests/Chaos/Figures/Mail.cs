namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A mail that the mail server accepted.</summary>
/// <param name="At">When it did.</param>
/// <param name="Website">Which website it is about, from 0; -1 = none of ours.</param>
/// <param name="IsDown">It says that the website is down, not that it is up again.</param>
/// <param name="AlertId">Which alert it carries.</param>
/// <param name="MessageId">What the mail is called.</param>
/// <param name="InReplyTo">The mail that opened the conversation; null in that mail itself.</param>
/// <param name="Recipient">Whom it is for.</param>
internal sealed record Mail(
    DateTimeOffset At, int Website, bool IsDown, string AlertId, string MessageId, string? InReplyTo, string Recipient);
