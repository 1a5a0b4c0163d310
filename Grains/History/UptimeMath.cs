using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.History;

/// <summary>What is known about the past of one website.</summary>
/// <param name="RegisteredAt">Nothing is known about earlier times.</param>
/// <param name="Interval">How often it is checked: each check speaks for one interval.</param>
/// <param name="CheckedHours">The hours in which it was checked at all, each by its first moment, oldest first.</param>
/// <param name="Incidents">When it was down.</param>
internal sealed record Watched(
    DateTimeOffset RegisteredAt, TimeSpan Interval, IReadOnlyList<DateTimeOffset> CheckedHours, IReadOnlyList<Incident> Incidents);

/// <summary>Shares of time. Time in which nobody looked (paused, or the monitor itself was away) counts neither way.</summary>
internal static class UptimeMath
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    /// <summary>The share of the watched time from <paramref name="from"/> to <paramref name="to"/> in which the website was up; null when none was watched.</summary>
    public static double? Share(Watched watched, DateTimeOffset from, DateTimeOffset to)
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
            known += end - begin;
            down += DownWithin(watched.Incidents, begin, end, to);
            reached = end;
        }

        return known <= TimeSpan.Zero ? null : Math.Clamp(1 - down / known, 0, 1);
    }

    private static TimeSpan DownWithin(IReadOnlyList<Incident> incidents, DateTimeOffset begin, DateTimeOffset end, DateTimeOffset now)
    {
        var down = TimeSpan.Zero;
        foreach (var incident in incidents)
        {
            var overlap = Earlier(incident.EndedAt ?? now, end) - Later(incident.StartedAt, begin);
            if (overlap > TimeSpan.Zero)
                down += overlap;
        }

        return down;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
