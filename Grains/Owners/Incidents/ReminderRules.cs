using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners.Holding;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Incidents;

/// <summary>When an owner is reminded of an outage that goes on and that nobody has taken on.</summary>
internal static class ReminderRules
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>When the next reminder of this incident is due; null when there will be none. Never before <paramref name="now"/>.</summary>
    /// <param name="schedule">How long after the outage was told; after the last of these, once a day.</param>
    /// <param name="open">The incident.</param>
    /// <param name="quiet">When the owner does not want to be disturbed.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? NextAt(IReadOnlyList<TimeSpan> schedule, OpenIncident open, QuietHours? quiet, DateTimeOffset now) =>
        WhenNotQuiet(Planned(schedule, open), quiet, now);

    /// <summary>When the first reminder of any incident is due; null when there will be none.</summary>
    public static DateTimeOffset? NextAt(IReadOnlyList<TimeSpan> schedule, OwnerState state, DateTimeOffset now) =>
        WhenNotQuiet(state.Open.Select(open => Planned(schedule, open)).Min(), state.Quiet, now);

    /// <summary>The incidents of which a reminder is due.</summary>
    public static IReadOnlyList<OpenIncident> Due(IReadOnlyList<TimeSpan> schedule, OwnerState state, DateTimeOffset now) =>
        [.. state.Open.Where(open => NextAt(schedule, open, state.Quiet, now) <= now)];

    /// <summary>Accepts the reminder that is due now, unless the website is not down any more: then the incident is over, and its end was told or is nobody's news.</summary>
    /// <param name="state">The outbox, which is changed.</param>
    /// <param name="schedule">When to remind.</param>
    /// <param name="before">The incident as it was when the website was asked.</param>
    /// <param name="website">What the website said; null when it is not watched any more.</param>
    /// <param name="now">The time.</param>
    /// <param name="window">How long alerts are gathered for one message.</param>
    /// <returns>The id of the new alert; null when there is none.</returns>
    public static string? Remind(
        OwnerState state, IReadOnlyList<TimeSpan> schedule, OpenIncident before, WebsiteStatus? website, DateTimeOffset now, TimeSpan window = default)
    {
        if (state.Open.Find(one => one.Id == before.Id) is not { } open)
            return null;
        if (website is null || IsOver(open, website))
        {
            state.Open.Remove(open);
            return null;
        }

        // Nobody is told in maintenance; it stays due.
        if (website.Quiet is { MaintenanceUntil: not null })
            return null;

        // While the website was asked, somebody may have taken it on.
        if (NextAt(schedule, open, state.Quiet, now) is not { } due || due > now)
            return null;
        var reminded = open with { Reminders = Number(schedule, open, now) };
        IncidentRules.Replace(state, reminded);
        var alert = Write(reminded, website, NextAt(schedule, reminded, state.Quiet, now), now);
        state.Waiting.RemoveAll(waiting => waiting.Alert.Kind == AlertKind.StillDown && waiting.Alert.IncidentId == open.Id);
        return Outbox.Accept(state, alert, now, window).Count > 0 ? alert.Id : null;
    }

    /// <summary>Takes back what <see cref="Remind"/> did, because it could not be stored: the reminder is due again.</summary>
    public static void TakeBack(OwnerState state, OpenIncident before, string? alertId)
    {
        if (state.Open.Find(one => one.Id == before.Id) is { } open)
            IncidentRules.Replace(state, open with { Reminders = before.Reminders });
        if (alertId is not null)
            Outbox.Refuse(state, alertId);
    }

    private static DateTimeOffset? Planned(IReadOnlyList<TimeSpan> schedule, OpenIncident open)
    {
        if (schedule.Count == 0 || open.Acknowledged is not null)
            return null;
        var planned = At(schedule, open, open.Reminders + 1);
        return open.MutedUntil > planned ? open.MutedUntil : planned;
    }

    private static DateTimeOffset? WhenNotQuiet(DateTimeOffset? planned, QuietHours? quiet, DateTimeOffset now)
    {
        if (planned is not { } next)
            return null;
        if (next < now)
            next = now;
        return QuietHoursRules.HeldUntil(quiet, SeverityRules.Of(AlertKind.StillDown), next) ?? next;
    }

    private static DateTimeOffset At(IReadOnlyList<TimeSpan> schedule, OpenIncident open, int number) =>
        open.ToldAt + (number <= schedule.Count ? schedule[number - 1] : schedule[^1] + ((number - schedule.Count) * _day));

    // Of those that were due while nobody could send them, the latest stands for all.
    private static int Number(IReadOnlyList<TimeSpan> schedule, OpenIncident open, DateTimeOffset now)
    {
        var number = open.Reminders + 1;
        while (At(schedule, open, number + 1) <= now)
            number++;
        return number;
    }

    // While it flaps it is not over, up or not; when it stays down after that, it is down since the latest outage.
    private static bool IsOver(OpenIncident open, WebsiteStatus website) => website switch
    {
        { Standing: Standing.Paused or Standing.Pending } => true,
        { Quiet.Flapping: not null } => !open.BeganFlapping,
        { Standing: Standing.Down, Incident: { } incident } => open.BeganFlapping ? incident.StartedAt < open.StartedAt : incident.StartedAt != open.StartedAt,
        _ => true,
    };

    private static Alert Write(OpenIncident open, WebsiteStatus website, DateTimeOffset? next, DateTimeOffset now) => new()
    {
        Id = $"{open.Id}-reminder-{open.Reminders}",
        IncidentId = open.Id,
        Kind = AlertKind.StillDown,
        Website = open.Website,
        Url = website.Url,
        Name = website.Settings.Name,
        DecidedAt = now,
        StartedAt = website.Incident?.StartedAt ?? open.StartedAt,
        EndedAt = website.Standing == Standing.Up ? website.Since : null,
        Flapping = website.Quiet?.Flapping,
        Problem = new Problem(FailureKind.Unknown, website.Incident?.Reason ?? "", ""),
        Interval = website.Settings.Interval,
        NextReminderAt = next,
    };
}
