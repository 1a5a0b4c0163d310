using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>Sends mails to people who subscribed to a status page.</summary>
public interface IPageMailer
{
    /// <summary>Tries once. Never throws because of what the other side does.</summary>
    Task<DeliveryAnswer> SendAsync(PageLetter letter, CancellationToken cancellationToken);
}

/// <summary>A mail about a status page to one person. Every text is safe to show.</summary>
/// <param name="MessageId">Names it for ever: a repeat has the same.</param>
/// <param name="To">The one person.</param>
/// <param name="Subject">All that matters in one line.</param>
/// <param name="Paragraphs">What there is to say.</param>
/// <param name="Button">A link to follow; null when none is.</param>
/// <param name="Leave">The link that ends the subscription, with its label; null in the mail that asks whether to begin one.</param>
/// <param name="Language">The language, as HTML names it.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record PageLetter(
    string MessageId, EmailAddress To, string Subject, IReadOnlyList<string> Paragraphs, PageLink? Button, PageLink? Leave, string Language, DateTimeOffset At);

/// <summary>A link in a mail about a status page.</summary>
/// <param name="Label">What it does.</param>
/// <param name="Url">Where it leads.</param>
public sealed record PageLink(string Label, string Url);
