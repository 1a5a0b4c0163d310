using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Grains.Owners.Holding;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>How an owner's outbox changes. Every function changes the state given, and nothing else.</summary>
internal static partial class Outbox
{
    /// <summary>How many alerts wait at most; the oldest are given up for the newest.</summary>
    public const int MostWaiting = 20_000;

    /// <summary>Whether this alert was accepted before.</summary>
    public static bool Knows(OwnerState state, string alertId) => KnownAlerts.Contains(state.KnownHours, alertId);

    /// <summary>
    /// Takes over an alert for the channels that are for it and work, or for those that are for it when none works: better a try than silence.
    /// In quiet hours it may have to wait for their end.
    /// </summary>
    /// <param name="state">The outbox.</param>
    /// <param name="alert">What to tell.</param>
    /// <param name="now">The time.</param>
    /// <param name="window">How long alerts are gathered for one message; zero = each is told on its own.</param>
    /// <returns>Over which channels it will be told; empty when there is none.</returns>
    public static IReadOnlyList<string> Accept(OwnerState state, Alert alert, DateTimeOffset now, TimeSpan window = default)
    {
        KnownAlerts.Add(state.KnownHours, alert.Id, now);
        alert = OutageRules.InItsIncident(state, alert);
        var all = Ids(state);
        var channels = all.Exists(id => !IsBroken(state, id)) ? all.FindAll(id => !IsBroken(state, id)) : all;
        var heldUntil = HoldRules.Until(state, alert, now);
        if (heldUntil is null)
            HoldRules.Release(state, alert.Website, now);
        var from = heldUntil ?? now;

        // All that waits for the same end of quiet hours is one message too.
        var until = heldUntil is not null && window > TimeSpan.Zero ? heldUntil : BundleRules.Until(state, now, window);
        var recipients = RecipientRules.Choose(state, alert, channels, from, laterFrom: until ?? from);
        if (recipients.Count > 0)
        {
            if (until is { } due && alert.Website != default)
                PullForward(state, alert.Website, due);
            state.Waiting.Add(new WaitingAlert(alert, from) { Recipients = recipients, HeldUntil = heldUntil, BundleUntil = until });
        }

        IncidentRules.Open(state, alert, from);
        return [.. recipients.Select(recipient => recipient.Channel)];
    }

    /// <summary>Notes what was done elsewhere to tell an alert.</summary>
    public static void NoteTold(OwnerState state, string alertId, IReadOnlyList<ToldChannel> told)
    {
        foreach (var other in told)
            Replace(
                state, [alertId], other.Channel,
                recipient => other.IsDone ? null : recipient with { Attempts = Math.Max(recipient.Attempts, other.Attempts) }, other.IsDone);
    }

    /// <summary>Takes back what <see cref="Accept"/> did.</summary>
    public static void Refuse(OwnerState state, string alertId)
    {
        KnownAlerts.Remove(state.KnownHours, alertId);
        state.Waiting.RemoveAll(waiting => waiting.Alert.Id == alertId);
        state.Open.RemoveAll(open => open.Id == alertId);
    }

    /// <summary>Takes out what is too much to keep, the oldest first.</summary>
    public static IReadOnlyList<WaitingAlert> TakeSurplus(OwnerState state)
    {
        if (state.Waiting.Count <= MostWaiting)
            return [];
        var surplus = state.Waiting.GetRange(0, state.Waiting.Count - MostWaiting);
        state.Waiting.RemoveRange(0, surplus.Count);
        return surplus;
    }

    /// <summary>Tells other e-mail addresses from now on. To name one again is to say that it works.</summary>
    public static void ChangeEmails(OwnerState state, IReadOnlyList<EmailAddress> emails, DateTimeOffset now)
    {
        foreach (var email in state.Emails.Concat(emails))
            state.Troubles.Remove(email.Text);
        var before = Ids(state);
        state.Emails = [.. emails];
        Readdress(state, before, now);
    }

    /// <summary>Tells over one channel more.</summary>
    public static void AddChannel(OwnerState state, StoredChannel channel, DateTimeOffset now)
    {
        var before = Ids(state);
        state.Channels.Add(channel);
        state.ChannelsEverAdded++;
        Readdress(state, before, now);
    }

    /// <summary>Tells over a channel in another way. What went wrong so far says nothing about that.</summary>
    public static void ChangeChannel(OwnerState state, StoredChannel channel)
    {
        state.Channels[state.Channels.FindIndex(one => one.Id == channel.Id)] = channel;
        state.Troubles.Remove(channel.Id);
    }

    /// <summary>Tells over one channel less, which may be an e-mail address.</summary>
    public static void RemoveChannel(OwnerState state, string id, DateTimeOffset now)
    {
        var before = Ids(state);
        state.Channels.RemoveAll(channel => channel.Id == id);
        state.Emails.RemoveAll(email => email.Text == id);
        state.Troubles.Remove(id);
        Readdress(state, before, now);
    }

    /// <summary>The channels for which something waits.</summary>
    public static IReadOnlyList<string> BusyChannels(OwnerState state) =>
        [.. state.Waiting.SelectMany(waiting => waiting.Recipients).Select(recipient => recipient.Channel).Distinct()];

    /// <summary>The next message over this channel that is due; null when none is.</summary>
    /// <param name="state">The outbox.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="now">The time.</param>
    /// <param name="unstored">Alerts that may still be refused, because they are not stored yet.</param>
    /// <param name="most">How many alerts one message over this channel may tell.</param>
    public static DueMessage? NextDue(
        OwnerState state, string channel, DateTimeOffset now, IReadOnlySet<string>? unstored = null, int most = int.MaxValue)
    {
        if (HeldUntil(state, channel) > now)
            return null;
        foreach (var message in BundleRules.InTurn(state, channel, most))
            if (message.DueAt <= now && (unstored is null or { Count: 0 } || !message.Alerts.Any(waiting => unstored.Contains(waiting.Alert.Id))))
                return message;
        return null;
    }

    /// <summary>When the next message over this channel is due; null when none waits.</summary>
    public static DateTimeOffset? NextDueAt(OwnerState state, string channel, int most = int.MaxValue)
    {
        var next = BundleRules.InTurn(state, channel, most).Select(message => (DateTimeOffset?)message.DueAt).Min();
        return next < HeldUntil(state, channel) ? HeldUntil(state, channel) : next;
    }

    /// <summary>When the next delivery over any channel is due; null when none waits.</summary>
    public static DateTimeOffset? NextDueAt(OwnerState state) => BusyChannels(state).Select(channel => NextDueAt(state, channel)).Min();

    /// <summary>
    /// Whether it is time to store what was delivered. A save writes all that waits, so beyond a score of alerts it is done for every
    /// twentieth part of them: a crash repeats no more than that, with the same message ids.
    /// </summary>
    public static bool IsWorthSaving(int notesUnsaved, int alertsWaiting) => notesUnsaved * 20 >= alertsWaiting;

    // What is new waits behind what is old about the same website, and those it is gathered with wait with it: so the old is worth a try by then.
    private static void PullForward(OwnerState state, WebsiteId website, DateTimeOffset due)
    {
        for (var i = 0; i < state.Waiting.Count; i++)
            if (state.Waiting[i].Alert.Website == website)
                state.Waiting[i] = state.Waiting[i] with
                {
                    Recipients = [.. state.Waiting[i].Recipients.Select(recipient => recipient is { Attempts: > 0 } && recipient.NextAttemptAt > due ? recipient with { NextAttemptAt = due } : recipient)],
                };
    }

    // Whoever is not told any more gets nothing of what waits; whoever is told from now on gets all of it.
    private static void Readdress(OwnerState state, List<string> before, DateTimeOffset now)
    {
        var ids = Ids(state);
        var added = ids.Except(before).ToArray();
        state.Waiting =
        [
            .. state.Waiting
                .Select(waiting => waiting with
                {
                    Recipients =
                    [
                        .. waiting.Recipients.Where(recipient => ids.Contains(recipient.Channel)),
                        .. RecipientRules.Choose(state, waiting.Alert, added, waiting.TellableFrom(now), laterFrom: waiting.TellableFrom(now)),
                    ],
                })
                .Where(waiting => waiting.Recipients.Count > 0),
        ];
    }

    /// <summary>The part that a channel has in telling an alert; null when it has none or is done with it.</summary>
    public static WaitingRecipient? Find(WaitingAlert waiting, string channel)
    {
        for (var i = 0; i < waiting.Recipients.Count; i++)
            if (waiting.Recipients[i].Channel == channel)
                return waiting.Recipients[i];
        return null;
    }

    private static List<string> Ids(OwnerState state) => [.. state.Emails.Select(email => email.Text), .. state.Channels.Select(channel => channel.Id)];

    private static bool IsBroken(OwnerState state, string channel) => state.Troubles.GetValueOrDefault(channel)?.BrokenSince is not null;

    private static DateTimeOffset HeldUntil(OwnerState state, string channel) => state.Troubles.GetValueOrDefault(channel)?.NotBefore ?? DateTimeOffset.MinValue;
}
