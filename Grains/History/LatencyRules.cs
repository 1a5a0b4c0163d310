using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.History;

/// <summary>How a series of latencies is put together: short ones from the checks themselves, long ones from the sums of days.</summary>
internal static class LatencyRules
{
    /// <summary>The time that one point stands for.</summary>
    public static TimeSpan Step(LatencyWindow window) => window switch
    {
        LatencyWindow.Hour => TimeSpan.FromMinutes(1),
        LatencyWindow.Day => TimeSpan.FromMinutes(15),
        LatencyWindow.Week => TimeSpan.FromHours(2),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>How many days a series by the day has, today among them; null for one that is made of checks alone.</summary>
    public static int? Days(LatencyWindow window) => window switch
    {
        LatencyWindow.Month => 30,
        LatencyWindow.Quarter => 90,
        LatencyWindow.Year => 365,
        _ => null,
    };

    /// <summary>From when on checks are read: the first whole step of the window, or the days whose sums may not be there yet.</summary>
    public static DateTimeOffset ChecksFrom(LatencyWindow window, DateTimeOffset now)
    {
        if (Days(window) is not null)
            return DayMath.HoursFrom(now);
        var step = Step(window).Ticks;
        var since = now.UtcTicks - Length(window).Ticks;
        return new DateTimeOffset((since / step + 1) * step, TimeSpan.Zero);
    }

    /// <summary>One series of both; where there are checks of a day, they know better than its sum.</summary>
    public static IReadOnlyList<LatencyPoint> Join(IReadOnlyList<PeriodSum> days, IReadOnlyList<LatencyPoint> checks)
    {
        var points = new SortedDictionary<DateTimeOffset, LatencyPoint>();
        foreach (var day in days)
            points[day.At] = Point(day);
        foreach (var point in checks)
            if (!points.TryGetValue(point.At, out var day) || day.Checks <= point.Checks)
                points[point.At] = point with { Phases = null };
        return [.. points.Values];
    }

    private static TimeSpan Length(LatencyWindow window) => window switch
    {
        LatencyWindow.Hour => TimeSpan.FromHours(1),
        LatencyWindow.Day => TimeSpan.FromDays(1),
        _ => TimeSpan.FromDays(7),
    };

    private static LatencyPoint Point(PeriodSum day) => new()
    {
        At = day.At,
        Checks = day.Checks,
        Failures = day.Failures,
        P50 = day.P50,
        P95 = day.P95,
        P99 = day.P99,
        Mean = day.Mean,
        Longest = day.Longest,
    };
}
