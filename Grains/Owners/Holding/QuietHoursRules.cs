using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Holding;

/// <summary>When it is quiet. What counts is the clock on the owner's wall, also on the two days a year on which it is changed.</summary>
internal static class QuietHoursRules
{
    /// <summary>What is wrong with these quiet hours, a sentence each.</summary>
    public static IReadOnlyList<string> Problems(QuietHours quiet)
    {
        var problems = new List<string>();
        if (quiet.From == quiet.To)
            problems.Add($"The quiet hours begin and end at {quiet.From:HH\\:mm}: expected two different times.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(quiet.Zone, out _))
            problems.Add($"{PlainLine.Quoted(quiet.Zone, 40)} is not a time zone: expected an IANA name such as Europe/Berlin or UTC.");
        return problems;
    }

    /// <summary>Until when an alert that matters so much has to wait; null when it need not.</summary>
    public static DateTimeOffset? HeldUntil(QuietHours? quiet, Severity severity, DateTimeOffset at) =>
        quiet is null || (severity == Severity.Critical && !quiet.HoldsAll) ? null : At(quiet, at)?.End;

    /// <summary>The quiet time that this moment is in; null when it is in none.</summary>
    public static QuietTime? At(QuietHours? quiet, DateTimeOffset at)
    {
        // A silo that does not know the zone tells at once: too early is better than never.
        if (quiet is null || !TimeZoneInfo.TryFindSystemTimeZoneById(quiet.Zone, out var zone))
            return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return Beginning(quiet, zone, today, at) ?? Beginning(quiet, zone, today.AddDays(-1), at);
    }

    private static QuietTime? Beginning(QuietHours quiet, TimeZoneInfo zone, DateOnly day, DateTimeOffset at)
    {
        if (quiet.Days.Count > 0 && !quiet.Days.Contains(day.DayOfWeek))
            return null;
        var begin = First(zone, day.ToDateTime(quiet.From));
        var end = Last(zone, (quiet.To > quiet.From ? day : day.AddDays(1)).ToDateTime(quiet.To));
        return begin <= at && at < end ? new QuietTime(begin, end) : null;
    }

    private static DateTimeOffset First(TimeZoneInfo zone, DateTime local)
    {
        var shown = WhenShown(zone, local);
        return new DateTimeOffset(shown, zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown)).ToUniversalTime();
    }

    private static DateTimeOffset Last(TimeZoneInfo zone, DateTime local)
    {
        var shown = WhenShown(zone, local);
        return new DateTimeOffset(shown, zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Min() : zone.GetUtcOffset(shown)).ToUniversalTime();
    }

    // A time that the clock leaps over is the moment of the leap.
    private static DateTime WhenShown(TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return local;
    }
}

/// <summary>One night of quiet hours.</summary>
/// <param name="Begin">The first moment, UTC.</param>
/// <param name="End">The first moment after it, UTC.</param>
internal readonly record struct QuietTime(DateTimeOffset Begin, DateTimeOffset End);
