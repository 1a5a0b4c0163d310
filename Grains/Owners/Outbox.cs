using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>How an owner's outbox changes. Every function changes the state given, and nothing else.</summary>
internal static class Outbox
{
    private const int MostKnown = 5000;
    private static readonly TimeSpan _knownFor = TimeSpan.FromDays(7);

    /// <summary>Whether this alert was accepted before.</summary>
    public static bool Knows(OwnerState state, string alertId) => state.Known.Exists(known => known.Id == alertId);

    /// <summary>Takes over an alert for everyone who is to be told now.</summary>
    public static void Accept(OwnerState state, Alert alert, DateTimeOffset now)
    {
        state.Known.RemoveAll(known => now - known.AcceptedAt > _knownFor);
        if (state.Known.Count >= MostKnown)
            state.Known.RemoveRange(0, state.Known.Count - MostKnown + 1);
        state.Known.Add(new KnownAlert(alert.Id, now));
        if (state.Emails.Count > 0)
            state.Waiting.Add(new WaitingAlert(alert, now) { Recipients = [.. state.Emails.Select(e => new WaitingRecipient(e, 0, now, null))] });
    }

    /// <summary>Notes what was done elsewhere to tell an alert.</summary>
    public static void NoteTold(OwnerState state, string alertId, IReadOnlyList<ToldRecipient> told)
    {
        foreach (var other in told)
            if (state.Waiting.Find(waiting => waiting.Alert.Id == alertId)?.Recipients.FirstOrDefault(to => to.Address == other.Address) is { } recipient)
                Replace(state, alertId, recipient, other.IsDone ? null : recipient with { Attempts = Math.Max(recipient.Attempts, other.Attempts) });
    }

    /// <summary>Takes back what <see cref="Accept"/> did.</summary>
    public static void Refuse(OwnerState state, string alertId)
    {
        state.Known.RemoveAll(known => known.Id == alertId);
        state.Waiting.RemoveAll(waiting => waiting.Alert.Id == alertId);
    }

    /// <summary>Tells other people from now on, about what waits already too.</summary>
    public static void ChangeEmails(OwnerState state, IReadOnlyList<EmailAddress> emails, DateTimeOffset now)
    {
        var added = emails.Except(state.Emails).Select(email => new WaitingRecipient(email, 0, now, null)).ToArray();
        state.Emails = [.. emails];
        state.Waiting =
        [
            .. state.Waiting
                .Select(waiting => waiting with { Recipients = [.. waiting.Recipients.Where(recipient => emails.Contains(recipient.Address)), .. added] })
                .Where(waiting => waiting.Recipients.Count > 0),
        ];
    }

    /// <summary>The next delivery that is due; null when none is.</summary>
    /// <param name="state">The outbox.</param>
    /// <param name="now">The time.</param>
    /// <param name="unstored">Alerts that may still be refused, because they are not stored yet.</param>
    public static (WaitingAlert Alert, WaitingRecipient Recipient)? NextDue(OwnerState state, DateTimeOffset now, IReadOnlySet<string>? unstored = null)
    {
        foreach (var next in InTurn(state))
            if (next.Recipient.NextAttemptAt <= now && unstored?.Contains(next.Alert.Alert.Id) is not true)
                return next;
        return null;
    }

    /// <summary>When the next delivery is due; null when none waits.</summary>
    public static DateTimeOffset? NextDueAt(OwnerState state) =>
        state.Waiting.Count == 0 ? null : InTurn(state).Min(next => next.Recipient.NextAttemptAt);

    // About one website everybody is told things in the order they happened: "up again" waits until "down" has been told or given up.
    private static IEnumerable<(WaitingAlert Alert, WaitingRecipient Recipient)> InTurn(OwnerState state)
    {
        var earlier = new HashSet<(WebsiteId, EmailAddress)>();
        foreach (var waiting in state.Waiting)
            foreach (var recipient in waiting.Recipients)
                if (earlier.Add((waiting.Alert.Website, recipient.Address)))
                    yield return (waiting, recipient);
    }

    /// <summary>Notes what came of an attempt, and returns it for the record.</summary>
    public static Delivery Note(
        OwnerState state, OwnerId owner, string channel, WaitingAlert tried, WaitingRecipient recipient, DeliveryAnswer answer,
        DateTimeOffset now, double spread)
    {
        var attempt = recipient.Attempts + 1;
        var (outcome, words) = answer switch
        {
            DeliveryAnswer.Delivered delivered => (DeliveryOutcome.Delivered, delivered.Answer),
            DeliveryAnswer.TryAgain tryAgain => (DeliveryOutcome.TryAgain, tryAgain.Reason),
            DeliveryAnswer.GiveUp giveUp => (DeliveryOutcome.GaveUp, giveUp.Reason),
            _ => throw new System.Diagnostics.UnreachableException(answer.ToString()),
        };
        DateTimeOffset? next = null;
        if (outcome == DeliveryOutcome.TryAgain)
        {
            next = RetrySchedule.NextAttempt(attempt, tried.AcceptedAt, now, spread);
            if (next is null)
                (outcome, words) = (DeliveryOutcome.GaveUp, $"Given up after {attempt} attempts in {RetrySchedule.GiveUpAfter.TotalHours:0} hours: {words}");
        }

        Replace(state, tried.Alert.Id, recipient, next is { } at ? recipient with { Attempts = attempt, NextAttemptAt = at, LastFailure = words } : null);
        return new Delivery
        {
            AlertId = tried.Alert.Id,
            Owner = owner,
            Channel = channel,
            Recipient = recipient.Address.Text,
            Attempt = attempt,
            At = now,
            Outcome = outcome,
            Answer = words,
        };
    }

    // The alert is looked up again: others may have been accepted while this one was on its way.
    private static void Replace(OwnerState state, string alertId, WaitingRecipient before, WaitingRecipient? after)
    {
        var index = state.Waiting.FindIndex(waiting => waiting.Alert.Id == alertId);
        if (index < 0)
            return;
        var recipients = state.Waiting[index].Recipients
            .Select(recipient => recipient.Address == before.Address ? after : recipient)
            .OfType<WaitingRecipient>()
            .ToArray();
        if (recipients.Length > 0)
            state.Waiting[index] = state.Waiting[index] with { Recipients = recipients };
        else
            state.Waiting.RemoveAt(index);
    }
}
