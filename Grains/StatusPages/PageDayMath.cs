using UptimeSquirrel.Grains.History;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>How a website did on each of the last days, in the time zone of a page.</summary>
internal static class PageDayMath
{
    // An hour speaks for an interval of up to a day, so what was checked yesterday counts today.
    private static readonly TimeSpan _reach = TimeSpan.FromDays(1) + TimeSpan.FromHours(1);

    /// <summary>The first moment of the first of so many days, today the last.</summary>
    public static DateTimeOffset Since(int days, TimeZoneInfo zone, DateTimeOffset now) => Begin(Today(zone, now).AddDays(1 - days), zone);

    /// <summary>So many days, today the last, oldest first.</summary>
    public static IReadOnlyList<DayView> Days(Watched watched, int days, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = Today(zone, now);
        var views = new DayView[days];
        var first = 0;
        for (var i = 0; i < days; i++)
        {
            var day = today.AddDays(i + 1 - days);
            var (begin, end) = (Begin(day, zone), Earlier(Begin(day.AddDays(1), zone), now));
            while (first < watched.CheckedHours.Count && watched.CheckedHours[first] < begin - _reach)
                first++;
            var hours = watched.CheckedHours.Skip(first).TakeWhile(hour => hour < end).ToArray();
            var part = watched with { CheckedHours = hours, Incidents = [.. watched.Incidents.Where(incident => incident.StartedAt < end && !(incident.EndedAt <= begin))] };
            views[i] = new DayView(day, UptimeMath.Share(part, begin, end), UptimeMath.DownWithin(part, begin, end, end));
        }

        return views;
    }

    private static DateOnly Today(TimeZoneInfo zone, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    // Where clocks are put forward at midnight, the day begins at one o'clock.
    private static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(30);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
