using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>What waits to be sent to subscribers, and to whom. A mail is here before anybody gets it, and until everybody has.</summary>
internal static class SubscriberOutbox
{
    /// <summary>Adds a mail for these people.</summary>
    public static SubscribersState Add(SubscribersState state, PageMail mail) =>
        mail.Recipients.Count == 0 || state.Outbox.Any(known => known.Id == mail.Id) ? state : state with { Outbox = [.. state.Outbox, mail] };

    /// <summary>The next mail that is due, and to whom; null when none is.</summary>
    public static (PageMail Mail, MailRecipient Recipient)? NextDue(SubscribersState state, DateTimeOffset now)
    {
        foreach (var mail in state.Outbox)
            foreach (var recipient in mail.Recipients)
                if (recipient.NextAttemptAt <= now)
                    return (mail, recipient);
        return null;
    }

    /// <summary>When the next attempt is due; null when nothing waits.</summary>
    public static DateTimeOffset? NextDueAt(SubscribersState state) =>
        state.Outbox.SelectMany(mail => mail.Recipients).Select(recipient => (DateTimeOffset?)recipient.NextAttemptAt).Min();

    /// <summary>Notes what came of an attempt. An address that a mail server refuses for good is no subscriber any more.</summary>
    public static SubscribersState Note(SubscribersState state, PageMail mail, MailRecipient recipient, DeliveryAnswer answer, DateTimeOffset now, double spread)
    {
        var next = answer is DeliveryAnswer.TryAgain again ? RetrySchedule.NextAttempt(recipient.Attempts + 1, mail.At, now, spread, again.After) : null;
        var isGone = answer is DeliveryAnswer.GiveUp { IsChannelBroken: true };
        return state with
        {
            Subscribers = isGone ? [.. state.Subscribers.Where(address => address != recipient.Address)] : state.Subscribers,
            Outbox =
            [
                .. state.Outbox.Select(one => one.Id != mail.Id ? one : one with
                {
                    Recipients = [.. one.Recipients.SelectMany(other =>
                        other.Address != recipient.Address ? [other] : next is { } at ? new[] { other with { Attempts = other.Attempts + 1, NextAttemptAt = at } } : [])],
                }).Where(one => one.Recipients.Count > 0),
            ],
        };
    }

    /// <summary>Takes somebody out of everything that waits.</summary>
    public static SubscribersState Leave(SubscribersState state, EmailAddress address) => state with
    {
        Subscribers = [.. state.Subscribers.Where(one => one != address)],
        Outbox = [.. state.Outbox.Select(mail => mail with { Recipients = [.. mail.Recipients.Where(one => one.Address != address)] }).Where(mail => mail.Recipients.Count > 0)],
    };
}
