using System.Diagnostics;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>Whom to tell what while the database is away.</summary>
internal static class SpoolRules
{
    /// <summary>The next attempt that is due; null when none is.</summary>
    public static DueAlert? NextDue(IEnumerable<SpooledWebsite> websites, OwnerContacts contacts, DateTimeOffset now)
    {
        foreach (var website in websites)
        {
            // About one website everybody is told things in the order they happened: "up again" waits until "down" has been told.
            var earlier = new HashSet<EmailAddress>();
            foreach (var spooled in website.Alerts.Where(alert => !alert.IsAccepted))
                foreach (var email in contacts.Emails)
                    if (Waits(spooled, email) && earlier.Add(email) && DueAt(spooled, email) <= now)
                        return new DueAlert(website.Id, spooled.Alert, email, spooled.Deliveries.Count(to => to.Recipient == email.Text) + 1);
        }

        return null;
    }

    /// <summary>What the outbox has to know when it takes over.</summary>
    public static IReadOnlyList<ToldRecipient> Told(SpooledAlert spooled) =>
    [
        .. spooled.Deliveries.GroupBy(delivery => delivery.Recipient).Select(attempts => new ToldRecipient(
            EmailAddress.Parse(attempts.Key), attempts.Count(), attempts.Any(attempt => attempt.Outcome != DeliveryOutcome.TryAgain))),
    ];

    /// <summary>The record of one attempt.</summary>
    public static Delivery Record(DueAlert due, OwnerId owner, string channel, DeliveryAnswer answer, DateTimeOffset now)
    {
        var (outcome, words) = answer switch
        {
            DeliveryAnswer.Delivered delivered => (DeliveryOutcome.Delivered, delivered.Answer),
            DeliveryAnswer.TryAgain tryAgain => (DeliveryOutcome.TryAgain, tryAgain.Reason),
            DeliveryAnswer.GiveUp giveUp => (DeliveryOutcome.GaveUp, giveUp.Reason),
            _ => throw new UnreachableException(answer.ToString()),
        };
        return new Delivery
        {
            AlertId = due.Alert.Id,
            Owner = owner,
            Channel = channel,
            Recipient = due.Recipient.Text,
            Attempt = due.Attempt,
            At = now,
            Outcome = outcome,
            Answer = words,
        };
    }

    private static bool Waits(SpooledAlert spooled, EmailAddress email) =>
        !spooled.Deliveries.Any(delivery => delivery.Recipient == email.Text && delivery.Outcome != DeliveryOutcome.TryAgain);

    // Whoever could not be told for two days is left to the outbox, which gives up with a record.
    private static DateTimeOffset DueAt(SpooledAlert spooled, EmailAddress email)
    {
        var attempts = spooled.Deliveries.Where(delivery => delivery.Recipient == email.Text).ToArray();
        return attempts.Length == 0
            ? DateTimeOffset.MinValue
            : RetrySchedule.NextAttempt(attempts.Length, spooled.Alert.DecidedAt, attempts[^1].At, spread: 0) ?? DateTimeOffset.MaxValue;
    }
}

/// <summary>One attempt to be made.</summary>
internal sealed record DueAlert(WebsiteId Website, Alert Alert, EmailAddress Recipient, int Attempt);
