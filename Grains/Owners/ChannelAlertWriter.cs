using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Makes the alerts that are about channels and not about websites, and puts them into words.</summary>
internal static class ChannelAlertWriter
{
    /// <summary>The alert that tells the operator of a broken channel.</summary>
    public static Alert Broken(OwnerId owner, StoredChannel channel, ChannelTrouble trouble, DateTimeOffset now) =>
        About($"channel/{LogWords.Nameless($"{owner.Text}\n{channel.Id}")}/{trouble.BrokenSince?.ToUnixTimeMilliseconds()}", AlertKind.ChannelBroke, now) with
        {
            StartedAt = trouble.BrokenSince ?? now,
            Broken = new BrokenChannel(owner, channel.Id, channel.Kind),
            Problem = new Problem(FailureKind.None, PlainLine.From(trouble.LastFailure, 300), ""),
        };

    /// <summary>The alert that a test sends.</summary>
    public static Alert Test(Guid id, DateTimeOffset now) => About($"test/{id}", AlertKind.Test, now);

    public static AlertMessage WriteTest(Alert alert) => new()
    {
        Subject = "TEST from UptimeSquirrel",
        Headline = "This is a test.",
        Explanation = "If you can read this, UptimeSquirrel reaches you over this channel.",
        Facts = [new("Sent", AlertWriter.Moment(alert.DecidedAt))],
        Next = "Nothing is wrong, and there is nothing to do.",
        Brief = "TEST from UptimeSquirrel: it reaches you here. Nothing is wrong.",
    };

    public static AlertMessage WriteBroken(Alert alert)
    {
        var (owner, channel, kind) = alert.Broken!;
        var name = owner.Text + " / " + channel;
        return new AlertMessage
        {
            Subject = PlainLine.From($"CHANNEL BROKEN: {name}", 200),
            Headline = "A channel does not work any more.",
            Explanation = PlainLine.From($"Alerts for '{owner}' cannot be delivered by {kind} ({channel}). Where they have other channels, those are used.", 400),
            Facts =
            [
                new("Owner", owner.Text),
                new("Channel", channel),
                new("Since", AlertWriter.Moment(alert.StartedAt)),
                new("Reason", PlainLine.From(alert.Problem.Sentence, 400)),
            ],
            Next = PlainLine.From($"Mend it, or take it away with 'squirrel owner channel remove {owner} {channel}'. 'squirrel owner test {owner}' tries it again.", 400),
            Brief = PlainLine.From($"CHANNEL BROKEN: {name}. {alert.Problem.Sentence}", 159, "..."),
        };
    }

    private static Alert About(string id, AlertKind kind, DateTimeOffset now) => new()
    {
        Id = id,
        IncidentId = id,
        Kind = kind,
        Website = default,
        Url = null,
        Name = "",
        DecidedAt = now,
        StartedAt = now,
        Problem = new Problem(FailureKind.None, "", ""),
        Interval = TimeSpan.Zero,
    };
}
