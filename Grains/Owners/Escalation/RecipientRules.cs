using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Escalation;

/// <summary>Over which channels an alert is told, and when over each. Some are only for what matters much, some only for outages that nobody takes on.</summary>
internal static class RecipientRules
{
    /// <summary>The longest that a channel may wait for somebody to take an outage on.</summary>
    public static readonly TimeSpan LongestAfter = TimeSpan.FromHours(24);

    /// <summary>What is wrong with the use of a channel, a sentence each.</summary>
    public static IReadOnlyList<string> Problems(ChannelUse use)
    {
        var problems = new List<string>();
        if (use.After is { } after && (after < TimeSpan.FromSeconds(1) || after > LongestAfter))
            problems.Add($"A channel cannot be used {Duration.Format(after)} after an outage: expected 1s to 24h.");
        if (use.Only is not null && OnlyOf(use) is null)
            problems.Add($"{PlainLine.Quoted(use.Only, 40)} is nothing a channel can be limited to: expected critical or warning.");
        return problems;
    }

    /// <summary>How much an alert must matter to be told over a channel used like this; null when everything is.</summary>
    public static Severity? OnlyOf(ChannelUse use) => use.Only switch { "critical" => Severity.Critical, "warning" => Severity.Warning, _ => null };

    /// <summary>How a channel is used, to be shown.</summary>
    public static ChannelUse UseOf(StoredChannel channel) => new(channel.After, channel.Only?.ToString().ToLowerInvariant());

    /// <summary>Whether this channel takes alerts that matter so much. All of one outage matters as much as its beginning: whoever was told of that is told of the rest.</summary>
    public static bool Takes(StoredChannel channel, Alert alert) =>
        channel.Only is not { } least || SeverityRules.Of(OutageRules.GoesOn(alert) || OutageRules.Ends(alert) ? AlertKind.WentDown : alert.Kind) >= least;

    /// <summary>Whom to tell, and when.</summary>
    /// <param name="state">The outbox.</param>
    /// <param name="alert">What there is to tell.</param>
    /// <param name="channels">The ids of the channels that may be used.</param>
    /// <param name="from">When the first of them may be used.</param>
    /// <param name="laterFrom">From when the time counts that the later ones wait: the outages of one message are escalated together.</param>
    public static IReadOnlyList<WaitingRecipient> Choose(
        OwnerState state, Alert alert, IReadOnlyCollection<string> channels, DateTimeOffset from, DateTimeOffset laterFrom)
    {
        var taking = state.AllChannels().Where(channel => channels.Contains(channel.Id) && Takes(channel, alert)).ToList();
        var isEveryoneLate = taking.TrueForAll(channel => channel.After is not null);
        var open = OutageRules.OpenOf(state, alert);
        var outage = OutageRules.GoesOn(alert) || OutageRules.Ends(alert) ? OutageRules.BeginningOf(state, alert) : null;
        return
        [
            .. taking.Where(channel => IsFor(channel))
                .Select(channel => new WaitingRecipient(channel.Id, 0, OutageRules.Begins(alert) && channel.After is { } after ? laterFrom + after : from, null)),
        ];

        bool IsFor(StoredChannel channel) => alert.Kind switch
        {
            _ when OutageRules.Begins(alert) => true,

            // Whoever has not heard of the outage yet will, and needs no reminder.
            AlertKind.StillDown => !IsWaiting(outage, channel) && open?.Untold.Contains(channel.Id) is not true,
            _ when OutageRules.GoesOn(alert) || OutageRules.Ends(alert) =>
                open?.Untold.Contains(channel.Id) is not true && !(channel.After is not null && IsLater(outage, channel, from)),
            AlertKind.Report => channel.Kind == StoredChannel.Email,
            _ => channel.After is null || isEveryoneLate,
        };
    }

    /// <summary>Whether a channel may take the place of another that broke: it takes such alerts, and nobody has spared it this outage.</summary>
    public static bool IsFor(OwnerState state, string channel, Alert alert) =>
        state.AllChannels().FirstOrDefault(one => one.Id == channel) is { } other && Takes(other, alert) &&
        (alert.Kind != AlertKind.Report || other.Kind == StoredChannel.Email) &&
        OutageRules.OpenOf(state, alert)?.Untold.Contains(channel) is not true;

    /// <summary>When all who are left were to be told later only, the first of them is told now: nobody else will be.</summary>
    public static WaitingAlert SoonerIfNobodyElse(WaitingAlert waiting, DateTimeOffset now)
    {
        var from = waiting.TellableFrom(now);
        if (waiting.Told.Count > 0 || waiting.Recipients.Count == 0 || waiting.Recipients.Any(one => one.Attempts > 0 || one.NextAttemptAt <= from))
            return waiting;
        var first = waiting.Recipients.MinBy(one => one.NextAttemptAt)!;
        return waiting with { Recipients = [.. waiting.Recipients.Select(one => one == first ? one with { NextAttemptAt = from } : one)] };
    }

    /// <summary>Whether this recipient's turn is still to come: it waits for somebody to take the outage on, and not for its end of quiet hours.</summary>
    public static bool IsLater(WaitingAlert outage, WaitingRecipient recipient, DateTimeOffset now) =>
        recipient.Attempts == 0 && recipient.NextAttemptAt > outage.TellableFrom(now);

    private static bool IsLater(WaitingAlert? outage, StoredChannel channel, DateTimeOffset now) =>
        outage?.Recipients.FirstOrDefault(one => one.Channel == channel.Id) is { } recipient && IsLater(outage, recipient, now);

    private static bool IsWaiting(WaitingAlert? outage, StoredChannel channel) => outage?.Recipients.Any(one => one.Channel == channel.Id) is true;
}
