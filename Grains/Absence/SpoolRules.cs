using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Grains.Owners.Holding;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>Whom to tell what while the database is away.</summary>
internal static class SpoolRules
{
    /// <summary>The next attempt over this channel that is due; null when none is.</summary>
    public static DueAlert? NextDue(IEnumerable<SpooledWebsite> websites, StoredChannel channel, DateTimeOffset now, QuietHours? quiet = null)
    {
        foreach (var website in websites)
        {
            // About one website everybody is told things in the order they happened: "up again" waits until "down" has been told. What is told at night takes
            // along what waits before it.
            var waiting = website.Alerts.Where(spooled => !spooled.IsAccepted && IsFor(channel, website, spooled.Alert) && !IsDone(Attempts(spooled, channel.Id))).ToList();
            if (waiting.TrueForAll(spooled => IsHeld(spooled.Alert, waiting, quiet, now)))
                continue;
            var first = waiting[0];
            var attempts = Attempts(first, channel.Id);
            if (DueAt(channel, first.Alert, attempts) <= now)
                return new DueAlert(website.Id, first.Alert, attempts.Count + 1);
        }

        return null;
    }

    /// <summary>What the outbox has to know when it takes over.</summary>
    public static IReadOnlyList<ToldChannel> Told(SpooledAlert spooled) =>
    [
        .. spooled.Deliveries.GroupBy(StoredChannel.IdOf).Select(attempts => new ToldChannel(attempts.Key, attempts.Count(), IsDone(attempts))),
    ];

    private static List<Delivery> Attempts(SpooledAlert spooled, string channel) => [.. spooled.Deliveries.Where(delivery => StoredChannel.IdOf(delivery) == channel)];

    private static bool IsDone(IEnumerable<Delivery> attempts) => attempts.Any(attempt => attempt.Outcome != DeliveryOutcome.TryAgain);

    // A channel that waits for somebody to take an outage on is not for one that was over before.
    private static bool IsFor(StoredChannel channel, SpooledWebsite website, Alert alert) =>
        RecipientRules.Takes(channel, alert) &&
        !(channel.After is { } after && website.Alerts.Any(other =>
            OutageRules.Ends(other.Alert) && other.Alert.IncidentId == alert.IncidentId && other.Alert.DecidedAt - alert.StartedAt < after));

    // Whether somebody was woken by an outage is not known here when the outbox told it: so what counts is when it began.
    private static bool IsHeld(Alert alert, List<SpooledAlert> waiting, QuietHours? quiet, DateTimeOffset now)
    {
        if (!OutageRules.Ends(alert))
            return QuietHoursRules.HeldUntil(quiet, SeverityRules.Of(alert.Kind), now) is not null;
        return waiting.Find(spooled => spooled.Alert.Id == alert.IncidentId) is { } outage
            ? IsHeld(outage.Alert, waiting, quiet, now)
            : QuietHoursRules.At(quiet, now) is { } night && alert.StartedAt < night.Begin;
    }

    // What could not be told for two days is left to the outbox, which gives up with a record.
    private static DateTimeOffset DueAt(StoredChannel channel, Alert alert, List<Delivery> attempts) => attempts.Count == 0
        ? channel.After is { } after && OutageRules.Begins(alert) ? alert.DecidedAt + after : DateTimeOffset.MinValue
        : RetrySchedule.NextAttempt(attempts.Count, alert.DecidedAt, attempts[^1].At, spread: 0) ?? DateTimeOffset.MaxValue;
}

/// <summary>One attempt to be made.</summary>
internal sealed record DueAlert(WebsiteId Website, Alert Alert, int Attempt);
