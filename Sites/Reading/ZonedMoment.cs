using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>Moments as people write them: by the clock of a time zone, or with their distance from UTC.</summary>
internal static class ZonedMoment
{
    private static readonly string[] ByTheClock = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] WithOffset = [.. ByTheClock.Select(format => format + "K"), .. ByTheClock.Select(format => format + " K")];

    /// <summary>Reads a moment; says in one sentence why it cannot.</summary>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateTimeOffset moment, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        moment = default;
        if (!DateTime.TryParseExact(text.Trim(), ByTheClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            if (!DateTimeOffset.TryParseExact(text.Trim(), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
                problem = $"{Quote.Of(text)} is not a moment: expected something like '2026-12-24 22:00', or with its distance from UTC '2026-12-24 22:00+01:00'.";
            moment = moment.ToUniversalTime();
            return problem is null;
        }

        if (zone.IsInvalidTime(local))
            problem = $"There is no {local:yyyy-MM-dd HH:mm} in {zone.Id}: clocks are put forward over it. Expected a moment before or after that.";
        else if (zone.IsAmbiguousTime(local))
            problem = $"{local:yyyy-MM-dd HH:mm} comes twice in {zone.Id}, since clocks are put back: expected its distance from UTC too, such as '{local:yyyy-MM-dd HH:mm}{Offset(zone, local)}'.";
        else
            moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return problem is null;
    }

    private static string Offset(TimeZoneInfo zone, DateTime local)
    {
        var first = zone.GetAmbiguousTimeOffsets(local).Max();
        return (first < TimeSpan.Zero ? "-" : "+") + first.ToString("hh':'mm", CultureInfo.InvariantCulture);
    }
}
