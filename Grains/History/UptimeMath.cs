using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;

namespace UptimeSquirrel.Grains.History;

/// <summary>What is known about the past of one website.</summary>
/// <param name="RegisteredAt">Nothing is known about earlier times.</param>
/// <param name="Interval">How often it is checked: each check speaks for one interval.</param>
/// <param name="CheckedHours">The hours in which it was checked at all, each by its first moment, oldest first.</param>
/// <param name="Incidents">When it was down.</param>
internal sealed record Watched(
    DateTimeOffset RegisteredAt, TimeSpan Interval, IReadOnlyList<DateTimeOffset> CheckedHours, IReadOnlyList<Incident> Incidents)
{
    /// <summary>When it was in maintenance, oldest first, none of them overlapping another. That time counts neither way.</summary>
    public IReadOnlyList<MaintenanceSpan> Maintenance { get; init; } = [];
}

/// <summary>Shares of time. Time in which nobody looked (paused, or the monitor itself was away), or in which the website was in maintenance, counts neither way.</summary>
internal static class UptimeMath
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    /// <summary>The share of the watched time from <paramref name="from"/> to <paramref name="to"/> in which the website was up; null when none was watched.</summary>
    public static double? Share(Watched watched, DateTimeOffset from, DateTimeOffset to) => Share(Measure(watched, from, to));

    /// <summary>The share of the watched time in which it was up; null when none was watched.</summary>
    public static double? Share((TimeSpan Watched, TimeSpan Down) time) =>
        time.Watched <= TimeSpan.Zero ? null : Math.Clamp(1 - time.Down / time.Watched, 0, 1);

    /// <summary>How long the website was watched from <paramref name="from"/> to <paramref name="to"/>, and how long of that it was down.</summary>
    public static (TimeSpan Watched, TimeSpan Down) Measure(Watched watched, DateTimeOffset from, DateTimeOffset to)
    {
        if (from < watched.RegisteredAt)
            from = watched.RegisteredAt;
        var known = TimeSpan.Zero;
        var down = TimeSpan.Zero;
        var reached = from;
        foreach (var hour in watched.CheckedHours)
        {
            // The last check of an hour speaks for one interval more, which may reach into hours without a check of their own.
            var begin = Later(reached, hour);
            var end = Earlier(to, hour + (watched.Interval > _hour ? watched.Interval : _hour));
            if (end <= begin)
                continue;
            known += end - begin - MaintenanceWithin(watched.Maintenance, begin, end);
            down += DownWithin(watched, begin, end, to);
            reached = end;
        }

        return (known, down);
    }

    /// <summary>The same times in order, with those that overlap made one.</summary>
    public static IReadOnlyList<MaintenanceSpan> Merge(IEnumerable<MaintenanceSpan> spans)
    {
        var merged = new List<MaintenanceSpan>();
        foreach (var span in spans.OrderBy(span => span.From))
            if (merged is [.., var last] && span.From <= last.To)
                merged[^1] = last with { To = Later(last.To, span.To) };
            else
                merged.Add(span);
        return merged;
    }

    internal static TimeSpan DownWithin(Watched watched, DateTimeOffset begin, DateTimeOffset end, DateTimeOffset now)
    {
        var down = TimeSpan.Zero;
        foreach (var incident in watched.Incidents)
        {
            var (from, to) = (Later(incident.StartedAt, begin), Earlier(incident.EndedAt ?? now, end));
            if (to > from)
                down += to - from - MaintenanceWithin(watched.Maintenance, from, to);
        }

        return down;
    }

    internal static TimeSpan MaintenanceWithin(IReadOnlyList<MaintenanceSpan> maintenance, DateTimeOffset begin, DateTimeOffset end)
    {
        var within = TimeSpan.Zero;
        foreach (var span in maintenance)
        {
            var overlap = Earlier(span.To, end) - Later(span.From, begin);
            if (overlap > TimeSpan.Zero)
                within += overlap;
        }

        return within;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
