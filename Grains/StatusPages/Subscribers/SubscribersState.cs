using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>What is kept about the subscribers of a page.</summary>
internal sealed record SubscribersState
{
    /// <summary>Those who confirmed. Whoever did not is nowhere: what they may do stands in their link.</summary>
    public IReadOnlyList<EmailAddress> Subscribers { get; init; } = [];

    /// <summary>Mails that have not reached everybody yet, oldest first.</summary>
    public IReadOnlyList<PageMail> Outbox { get; init; } = [];

    /// <summary>What was told already.</summary>
    public ToldNews Told { get; init; } = new();
}

/// <summary>A mail in the outbox.</summary>
/// <param name="Id">Names it on its page for ever.</param>
/// <param name="Subject">All that matters in one line.</param>
/// <param name="Paragraphs">What there is to say.</param>
/// <param name="At">Since when it waits, UTC.</param>
/// <param name="Recipients">Whom it has not reached yet.</param>
/// <param name="AsksToConfirm">Whether it asks whether to begin a subscription.</param>
internal sealed record PageMail(string Id, string Subject, IReadOnlyList<string> Paragraphs, DateTimeOffset At, IReadOnlyList<MailRecipient> Recipients, bool AsksToConfirm);

/// <summary>Somebody whom a mail has not reached yet.</summary>
/// <param name="Address">Who.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When to try next, UTC.</param>
internal sealed record MailRecipient(EmailAddress Address, int Attempts, DateTimeOffset NextAttemptAt);

/// <summary>What subscribers know.</summary>
internal sealed record ToldNews
{
    /// <summary>The outages whose beginning was told, by their keys, and whether their end was.</summary>
    public IReadOnlyDictionary<string, bool> Outages { get; init; } = new Dictionary<string, bool>();

    /// <summary>The announcements, by their ids, and how much of each was told: its updates, and one more when it is resolved.</summary>
    public IReadOnlyDictionary<string, int> Announcements { get; init; } = new Dictionary<string, int>();
}
