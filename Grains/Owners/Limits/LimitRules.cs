using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Limits;

/// <summary>How much may be told over a channel within an hour, and what happens to the rest: it waits, and is told in one message when the hour ends.</summary>
internal static class LimitRules
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    /// <summary>How many messages such a channel may send within an hour; 0 = as many as there are.</summary>
    public static int Limit(AlertOptions options, ChannelMedium medium) => medium switch
    {
        ChannelMedium.Mail => options.MailsPerHour,
        ChannelMedium.Text => options.TextsPerHour,
        ChannelMedium.Push => options.PushesPerHour,
        _ => 0,
    };

    /// <summary>Counts a message that went out.</summary>
    public static void Count(OwnerState state, string channel, DateTimeOffset now)
    {
        var (hour, sent) = (HourOf(now), Sent(state, channel, now));
        foreach (var past in state.Hours.Where(one => one.Value.Hour != hour).Select(one => one.Key).ToArray())
            state.Hours.Remove(past);
        state.Hours[channel] = new ChannelHour(hour, sent + 1);
    }

    /// <summary>Lets everything that is ready to be told over a channel wait for the end of the hour, if the channel has told as much as it may.</summary>
    /// <returns>Whether that changed anything.</returns>
    public static bool Fold(OwnerState state, string channel, int limit, DateTimeOffset now)
    {
        if (limit <= 0 || Sent(state, channel, now) < limit)
            return false;
        var until = HourOf(now) + _hour;
        var isChanged = false;
        for (var i = 0; i < state.Waiting.Count; i++)
        {
            var waiting = state.Waiting[i];
            if (waiting.BundleUntil > now || Outbox.Find(waiting, channel) is not { } recipient || recipient.FoldedUntil >= until)
                continue;
            if (recipient.Attempts == 0 && recipient.NextAttemptAt > now)
                continue;      // its time has not come: it waits for somebody to take the outage on, or for the end of quiet hours
            state.Waiting[i] = Outbox.With(waiting, channel, recipient with { FoldedUntil = until });
            isChanged = true;
        }

        return isChanged;
    }

    /// <summary>Until when nothing follows the next message over a channel; null when more may.</summary>
    public static DateTimeOffset? LastUntil(OwnerState state, string channel, int limit, DateTimeOffset now) =>
        limit > 0 && Sent(state, channel, now) + 1 == limit ? HourOf(now) + _hour : null;

    private static int Sent(OwnerState state, string channel, DateTimeOffset now) =>
        state.Hours.TryGetValue(channel, out var hour) && hour.Hour == HourOf(now) ? hour.Messages : 0;

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour), TimeSpan.Zero);
}
