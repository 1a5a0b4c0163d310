using System.Globalization;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>Times of day as people type them: <c>22:00</c>.</summary>
internal static class TimeOfDay
{
    /// <summary>Reads a time of day; says in one sentence why it cannot.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="quoted">How that is shown where it was typed.</param>
    /// <param name="example">How one is written there.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    public static bool TryRead(string? text, string quoted, string example, out TimeOnly time, out string? problem)
    {
        var isGood = TimeOnly.TryParseExact((text ?? "").Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
        problem = isGood ? null : $"{quoted} is not a time of day: expected something like {example}.";
        return isGood;
    }
}
