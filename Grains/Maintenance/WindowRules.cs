using Cronos;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Maintenance;

/// <summary>When a maintenance window holds, and for which websites.</summary>
/// <remarks>
/// Cron expressions are read as cron on a machine in that time zone does it: what would begin in the hour that is skipped when summer time
/// begins begins right after it, and what would begin in the hour that comes twice begins once.
/// </remarks>
internal static class WindowRules
{
    private static readonly TimeSpan _tick = TimeSpan.FromTicks(1);

    /// <summary>Whether this machine knows when a window holds: another may know more time zones.</summary>
    public static bool IsUnderstood(MaintenanceWindow window) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(window.Zone, out _) &&
        (window is { From: not null, To: not null } || (window.Length is not null && CronExpression.TryParse(window.Cron ?? "", out _)));

    /// <summary>Whether a window is about a website.</summary>
    public static bool AppliesTo(MaintenanceWindow window, WebsiteUrl url, IReadOnlyList<string> tags) =>
        (window.Url is null || window.Url == url) && (window.Tag is null || tags.Contains(window.Tag));

    /// <summary>The time of maintenance that a moment is in; null when it is in none.</summary>
    public static MaintenanceSpan? At(MaintenanceWindow window, DateTimeOffset moment)
    {
        MaintenanceSpan? found = null;
        foreach (var span in Spans(window, moment, moment + _tick))
            found = span;
        return found;
    }

    /// <summary>The next time of maintenance that begins after a moment; null when none will.</summary>
    public static MaintenanceSpan? Next(MaintenanceWindow window, DateTimeOffset moment)
    {
        if (window.RemovedAt is not null)
            return null;
        if (window is { From: { } from, To: { } to })
            return from > moment ? new MaintenanceSpan(from, to) : null;
        return CronExpression.Parse(window.Cron!).GetNextOccurrence(moment, ZoneOf(window)) is { } next
            ? new MaintenanceSpan(next.ToUniversalTime(), next.ToUniversalTime() + window.Length!.Value)
            : null;
    }

    /// <summary>All times of maintenance that overlap a part of time, whole, oldest first. None is before the window was added or after it was removed.</summary>
    public static IEnumerable<MaintenanceSpan> Spans(MaintenanceWindow window, DateTimeOffset from, DateTimeOffset to)
    {
        var begin = Later(from, window.AddedAt);
        var end = window.RemovedAt is { } removed && removed < to ? removed : to;
        if (end <= begin)
            yield break;
        foreach (var span in Planned(window, begin, end))
        {
            var held = new MaintenanceSpan(
                Later(span.From, window.AddedAt), window.RemovedAt is { } removedAt && removedAt < span.To ? removedAt : span.To);
            if (held.To > held.From && held.To > from)
                yield return held;
        }
    }

    private static IEnumerable<MaintenanceSpan> Planned(MaintenanceWindow window, DateTimeOffset begin, DateTimeOffset end)
    {
        if (window is { From: { } from, To: { } to })
            return from < end && to > begin ? [new MaintenanceSpan(from, to)] : [];
        var length = window.Length!.Value;
        return CronExpression.Parse(window.Cron!)
            .GetOccurrences(begin - length, end, ZoneOf(window), fromInclusive: false, toInclusive: false)
            .Select(start => new MaintenanceSpan(start.ToUniversalTime(), start.ToUniversalTime() + length));
    }

    private static TimeZoneInfo ZoneOf(MaintenanceWindow window) => TimeZoneInfo.FindSystemTimeZoneById(window.Zone);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
