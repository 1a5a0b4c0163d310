using System.Diagnostics;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Grains.Owners.Limits;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

// What an attempt changes: for its alert, for its channel, and for the others that wait for that channel.
internal static partial class Outbox
{
    // After so many failures in a row a channel was out of order, and what waits for it need not wait for its own time.
    private const int FailuresOfAnOutage = 3;

    /// <summary>Notes what came of an attempt.</summary>
    /// <returns>For the record: the attempt for each alert of the message, and what it meant for other alerts.</returns>
    public static IReadOnlyList<Delivery> Note(
        OwnerState state, OwnerId owner, StoredChannel channel, DueMessage tried, DeliveryAnswer answer, DateTimeOffset now, double spread)
    {
        var attempt = tried.Recipient.Attempts + 1;
        var ids = tried.Alerts.Select(waiting => waiting.Alert.Id).ToHashSet();
        if (!Ids(state).Contains(channel.Id))
            return Records(DeliveryWriter.Read(answer, tried));
        switch (answer)
        {
            case DeliveryAnswer.Delivered:
                Heal(state, channel.Id, now);
                LimitRules.Count(state, channel.Id, now);
                IncidentRules.NoteTold(state, tried.Alerts.Select(waiting => waiting.Alert), now);
                Replace(state, ids, channel.Id, _ => null, isTold: true);
                return Records(DeliveryWriter.Read(answer, tried));

            case DeliveryAnswer.TryAgain later:
                Hold(state, channel.Id, later, now, spread);
                var next = RetrySchedule.NextAttempt(attempt, tried.Alerts[0].AcceptedAt, now, spread, later.After);
                var words = next is null ? $"Given up after {attempt} attempts in {RetrySchedule.GiveUpAfter.TotalHours:0} hours: {later.Reason}" : later.Reason;
                Replace(state, ids, channel.Id, recipient => next is { } at ? recipient with { Attempts = attempt, NextAttemptAt = at, LastFailure = words } : null);
                return Records((next is null ? DeliveryOutcome.GaveUp : DeliveryOutcome.TryAgain, words));

            case DeliveryAnswer.GiveUp { IsChannelBroken: true } broken:
                return Break(state, owner, channel, broken.Reason, now);

            case DeliveryAnswer.GiveUp:
                Replace(state, ids, channel.Id, _ => null);
                return Records(DeliveryWriter.Read(answer, tried));

            default:
                throw new UnreachableException(answer.ToString());
        }

        IReadOnlyList<Delivery> Records((DeliveryOutcome Outcome, string Words) came) =>
            [.. tried.Alerts.Select(waiting => DeliveryWriter.Write(owner, channel, waiting.Alert, attempt, now, came.Outcome, came.Words))];
    }

    /// <summary>Notes what came of a test. One that arrives shows that the channel works; one that does not, changes nothing.</summary>
    public static Delivery NoteTest(OwnerState state, OwnerId owner, StoredChannel channel, Alert test, DeliveryAnswer answer, DateTimeOffset now)
    {
        if (answer is DeliveryAnswer.Delivered)
            Heal(state, channel.Id, now);
        return DeliveryWriter.Write(owner, channel, test, 1, now, answer);
    }

    /// <summary>Notes that a channel works. After an outage, all that waits for it is due at once.</summary>
    public static void Heal(OwnerState state, string channel, DateTimeOffset now)
    {
        if (!state.Troubles.Remove(channel, out var trouble) || trouble is { Failures: < FailuresOfAnOutage, BrokenSince: null })
            return;
        for (var i = 0; i < state.Waiting.Count; i++)
            if (Find(state.Waiting[i], channel) is { Attempts: > 0 } recipient && recipient.NextAttemptAt > now)
                state.Waiting[i] = With(state.Waiting[i], channel, recipient with { NextAttemptAt = now });
    }

    /// <summary>The channels that broke and of which the operator has not been told yet.</summary>
    public static IReadOnlyList<string> BrokenUntold(OwnerState state) =>
        [.. state.Troubles.Where(one => one.Value is { BrokenSince: not null, IsOperatorTold: false }).Select(one => one.Key)];

    private static void Hold(OwnerState state, string channel, DeliveryAnswer.TryAgain answer, DateTimeOffset now, double spread)
    {
        var trouble = state.Troubles.GetValueOrDefault(channel);
        var failures = (trouble?.Failures ?? 0) + 1;
        state.Troubles[channel] = new ChannelTrouble(failures, RetrySchedule.LeaveAloneUntil(failures, now, spread, answer.After), answer.Reason)
        {
            BrokenSince = trouble?.BrokenSince,
            IsOperatorTold = trouble?.IsOperatorTold ?? false,
        };
    }

    // What waits for it goes to the next channel that works and has no part in it yet; what has none is given up here.
    private static List<Delivery> Break(OwnerState state, OwnerId owner, StoredChannel channel, string reason, DateTimeOffset now)
    {
        var trouble = state.Troubles.GetValueOrDefault(channel.Id);
        state.Troubles[channel.Id] = new ChannelTrouble((trouble?.Failures ?? 0) + 1, DateTimeOffset.MinValue, reason)
        {
            BrokenSince = trouble?.BrokenSince ?? now,
            IsOperatorTold = trouble?.IsOperatorTold ?? false,
        };
        var ids = Ids(state);
        var place = ids.IndexOf(channel.Id);
        var others = ids.Skip(place + 1).Concat(ids.Take(Math.Max(place, 0))).Where(id => !IsBroken(state, id)).ToList();
        var records = new List<Delivery>();
        for (var i = 0; i < state.Waiting.Count; i++)
        {
            var waiting = state.Waiting[i];
            if (Find(waiting, channel.Id) is not { } recipient)
                continue;
            var next = others.Find(id => !waiting.Told.Contains(id) && Find(waiting, id) is null && RecipientRules.IsFor(state, id, waiting.Alert));
            state.Waiting[i] = With(waiting, channel.Id, next is null ? null : new WaitingRecipient(next, 0, recipient is { Attempts: 0 } && recipient.NextAttemptAt > now ? recipient.NextAttemptAt : now, reason));
            if (next is null)
                state.Waiting[i] = RecipientRules.SoonerIfNobodyElse(state.Waiting[i], now);
            records.Add(DeliveryWriter.Write(owner, channel, waiting.Alert, recipient.Attempts + 1, now, DeliveryOutcome.GaveUp, $"{reason} {Fate(waiting, next)}"));
        }

        state.Waiting.RemoveAll(waiting => waiting.Recipients.Count == 0);
        return records;
    }

    private static string Fate(WaitingAlert waiting, string? next) =>
        next is not null ? $"It goes to {next} instead."
        : waiting.Told.Count > 0 || waiting.Recipients.Count > 1 ? "Other channels tell it."
        : "No other channel is left for it.";

    // The alerts are looked up again: others may have been accepted while these were on their way.
    private static void Replace(
        OwnerState state, HashSet<string> alertIds, string channel, Func<WaitingRecipient, WaitingRecipient?> change, bool isTold = false)
    {
        var left = alertIds.Count;
        for (var i = 0; i < state.Waiting.Count && left > 0; i++)
        {
            var waiting = state.Waiting[i];
            if (!alertIds.Contains(waiting.Alert.Id))
                continue;
            left--;
            if (Find(waiting, channel) is { } recipient)
                state.Waiting[i] = With(isTold ? waiting with { Told = [.. waiting.Told, channel] } : waiting, channel, change(recipient));
        }

        state.Waiting.RemoveAll(waiting => waiting.Recipients.Count == 0);
    }

    /// <summary>The alert with another part for this channel, or none.</summary>
    public static WaitingAlert With(WaitingAlert waiting, string channel, WaitingRecipient? after) => waiting with
    {
        Recipients = [.. waiting.Recipients.Select(recipient => recipient.Channel == channel ? after : recipient).OfType<WaitingRecipient>()],
    };
}
