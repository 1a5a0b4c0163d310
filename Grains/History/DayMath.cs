using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.History;

/// <summary>How a website did on each of many days. Of the last days the hours are known; of those before only their sums.</summary>
internal static class DayMath
{
    /// <summary>So many days, today among them, are measured by their hours: their sums may not be there yet.</summary>
    public const int DaysByHours = 3;

    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    /// <summary>The first of so many days, of which today is the last.</summary>
    public static DateOnly FirstDay(DateTimeOffset now, int days) => DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - days);

    /// <summary>The first day that is measured by its hours.</summary>
    public static DateTimeOffset HoursFrom(DateTimeOffset now) => Start(FirstDay(now, DaysByHours));

    /// <summary>One entry for each day up to today, oldest first.</summary>
    /// <param name="watched">What is known; of its hours those since <see cref="HoursFrom"/>.</param>
    /// <param name="days">The sums of earlier days.</param>
    /// <param name="hours">The sums of the same hours.</param>
    /// <param name="count">How many days.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<UptimeDay> Measure(
        Watched watched, IReadOnlyList<PeriodSum> days, IReadOnlyList<PeriodSum> hours, int count, DateTimeOffset now)
    {
        var sums = days.ToDictionary(sum => DateOnly.FromDateTime(sum.At.UtcDateTime));
        var hoursFrom = HoursFrom(now);
        foreach (var day in hours.Where(hour => hour.At >= hoursFrom).GroupBy(hour => DateOnly.FromDateTime(hour.At.UtcDateTime)))
            sums[day.Key] = Add(day);
        var first = FirstDay(now, count);
        return [.. Enumerable.Range(0, count).Select(i => first.AddDays(i)).Select(day => Measure(watched, day, sums.GetValueOrDefault(day), hoursFrom, now))];
    }

    /// <summary>The share of the watched time of all these days in which it was up; null when none was watched.</summary>
    public static double? Share(IReadOnlyList<UptimeDay> days, int last)
    {
        var (watched, down) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var day in days.Skip(days.Count - last))
            (watched, down) = (watched + day.Watched, down + day.Down);
        return UptimeMath.Share((watched, down));
    }

    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static UptimeDay Measure(Watched watched, DateOnly day, PeriodSum? sum, DateTimeOffset hoursFrom, DateTimeOffset now)
    {
        var (begin, end) = (Start(day), Start(day.AddDays(1)));
        end = end > now ? now : end;
        var time = begin >= hoursFrom ? UptimeMath.Measure(watched, begin, end)
            : sum is null ? (TimeSpan.Zero, TimeSpan.Zero)
            : MeasureSum(watched, sum, begin < watched.RegisteredAt ? watched.RegisteredAt : begin, end);
        return new UptimeDay(day, UptimeMath.Share(time), time.Item1, time.Item2)
        {
            Checks = sum?.Checks ?? 0,
            Failures = sum?.Failures ?? 0,
            MeanLatency = sum?.Mean,
        };
    }

    // Which of its hours were watched is not known any more, only how many.
    private static (TimeSpan Watched, TimeSpan Down) MeasureSum(Watched watched, PeriodSum sum, DateTimeOffset begin, DateTimeOffset end)
    {
        var most = end - begin - UptimeMath.MaintenanceWithin(watched.Maintenance, begin, end);
        var known = (sum.Hours ?? 24) * (watched.Interval > _hour ? watched.Interval : _hour);
        known = known > most ? most : known;
        var down = UptimeMath.DownWithin(watched, begin, end, end);
        return known <= TimeSpan.Zero ? (TimeSpan.Zero, TimeSpan.Zero) : (known, down > known ? known : down);
    }

    private static PeriodSum Add(IEnumerable<PeriodSum> hours) => hours.Aggregate((one, other) => one with
    {
        Checks = one.Checks + other.Checks,
        Failures = one.Failures + other.Failures,
        LatencySum = one.LatencySum + other.LatencySum,
        Longest = one.Longest > other.Longest ? one.Longest : other.Longest,
    });
}
