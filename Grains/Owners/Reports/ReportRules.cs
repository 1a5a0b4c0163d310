using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Reports;

/// <summary>When a report is due, and what it is about.</summary>
internal static class ReportRules
{
    private const int MostSlowest = 5;

    // When people begin to work, by the clock on their wall.
    private static readonly TimeOnly _readAt = new(8, 0);

    /// <summary>What is wrong with a plan, a sentence each.</summary>
    public static IReadOnlyList<string> Problems(ReportPlan plan) => TimeZoneInfo.TryFindSystemTimeZoneById(plan.Zone, out _)
        ? []
        : [$"{PlainLine.Quoted(plan.Zone, 40)} is not a time zone: expected an IANA name such as Europe/Berlin or UTC."];

    /// <summary>The first report that is due after this moment; null when this silo does not know the time zone.</summary>
    public static DueReport? Next(ReportPlan plan, DateTimeOffset after)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(plan.Zone, out var zone))
            return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        var begin = plan.Period == ReportPeriod.Weekly ? today.AddDays(-(((int)today.DayOfWeek + 6) % 7)) : new DateOnly(today.Year, today.Month, 1);
        while (At(zone, begin, _readAt) <= after)
            begin = Step(plan.Period, begin, 1);
        var first = Step(plan.Period, begin, -1);
        return new DueReport(
            At(zone, begin, _readAt), At(zone, first, TimeOnly.MinValue), At(zone, begin, TimeOnly.MinValue),
            plan.Period == ReportPeriod.Weekly
                ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(first.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(first.ToDateTime(default)):00}")
                : first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            plan.Period == ReportPeriod.Weekly
                ? string.Create(CultureInfo.InvariantCulture, $"week {ISOWeek.GetWeekOfYear(first.ToDateTime(default))} of {ISOWeek.GetYear(first.ToDateTime(default))}")
                : first.ToString("MMMM yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary>The last of the reports that are due; null when none is. Of several that nobody could send, the last is the one that is still news.</summary>
    public static DueReport? Due(StoredReports? reports, DateTimeOffset now)
    {
        DueReport? due = null;
        for (var next = reports is null ? null : Next(reports.Plan, reports.DoneUntil); next is not null && next.At <= now; next = Next(reports!.Plan, next.At))
            due = next;
        return due;
    }

    /// <summary>Adds up what there is to report.</summary>
    public static UptimeReport Sum(DueReport due, IReadOnlyList<WatchedWebsite> websites)
    {
        var lines = websites.Select(website => Line(due, website)).ToList();
        var known = websites.Sum(website => Known(due, website));
        return new UptimeReport
        {
            Period = due.Words,
            From = due.From,
            To = due.To,
            Websites = websites.Count,
            Uptime = Share(TimeSpan.FromTicks(lines.Sum(line => line.Downtime.Ticks)), known),
            Incidents = lines.Sum(line => line.Incidents),
            Downtime = TimeSpan.FromTicks(lines.Sum(line => line.Downtime.Ticks)),
            Lines = [.. lines.OrderByDescending(line => line.Downtime).Take(UptimeReport.MaximumLines)],
            Slowest = [.. lines.Where(line => line.Latency is not null).OrderByDescending(line => line.Latency).Take(MostSlowest)],
        };
    }

    // Ids stand in logs and mails, where no address of an owner belongs.
    private static string IdOf(OwnerId owner, DueReport due) => $"report/{LogWords.Nameless(owner.Text)}/{due.Key}";

    /// <summary>The alert that carries it.</summary>
    public static Alert Write(OwnerId owner, DueReport due, UptimeReport report, DateTimeOffset now) => new()
    {
        Id = IdOf(owner, due),
        IncidentId = IdOf(owner, due),
        Kind = AlertKind.Report,
        Website = default,
        Url = null,
        Name = "",
        DecidedAt = now,
        StartedAt = due.From,
        Problem = new Problem(FailureKind.None, "", ""),
        Interval = TimeSpan.Zero,
        Report = report,
    };

    private static ReportLine Line(DueReport due, WatchedWebsite website)
    {
        var outages = website.Outages.Select(outage => (From: Later(outage.StartedAt, due.From), To: Earlier(outage.EndedAt ?? due.To, due.To))).Where(outage => outage.To > outage.From).ToList();
        var downtime = TimeSpan.FromTicks(outages.Sum(outage => (outage.To - outage.From).Ticks));
        return new ReportLine(
            website.Url, PlainLine.From(website.Name, 100), Share(downtime, Known(due, website)), outages.Count, downtime, website.Checks == 0 ? null : website.Took / website.Checks);
    }

    // Time in which nobody looked counts neither way. Where checks are rarer than once an hour, each speaks for more than its hour.
    private static double Known(DueReport due, WatchedWebsite website) =>
        Math.Min(website.Hours * Math.Max(1, website.Interval.TotalHours), (due.To - due.From).TotalHours);

    private static double? Share(TimeSpan downtime, double hours) => hours <= 0 ? null : Math.Clamp(1 - (downtime.TotalHours / hours), 0, 1);

    private static DateOnly Step(ReportPeriod period, DateOnly begin, int count) => period == ReportPeriod.Weekly ? begin.AddDays(7 * count) : begin.AddMonths(count);

    // A midnight that the clock leaps over, or that comes twice, is as good as the moment beside it.
    private static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>A report that is, or will be, due.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="From">The first moment it is about, UTC.</param>
/// <param name="To">The first moment after that, UTC.</param>
/// <param name="Key">Names the period for ever: <c>2026-W47</c>, <c>2026-11</c>.</param>
/// <param name="Words">The period in words.</param>
internal sealed record DueReport(DateTimeOffset At, DateTimeOffset From, DateTimeOffset To, string Key, string Words);
