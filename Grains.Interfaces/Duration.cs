using System.Globalization;

namespace UptimeSquirrel;

/// <summary>Lengths of time as people write them: <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>2d</c>, or a bare number of seconds.</summary>
public static class Duration
{
    private const decimal MaximumSeconds = 100m * 365 * 86400;

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="duration">The length, when it is one; never negative.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, out TimeSpan duration, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        duration = default;
        problem = null;
        var trimmed = (text ?? "").Trim();
        var number = trimmed.TrimEnd('s', 'm', 'h', 'd');
        var unit = trimmed[number.Length..] switch { "" or "s" => 1, "m" => 60, "h" => 3600, "d" => 86400, _ => 0 };
        var isGood = unit != 0 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) &&
                     TryScale(count, unit, out duration);
        if (!isGood)
            problem = $"{Quote.Of(trimmed, 40)} is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.";
        return isGood;
    }

    /// <summary>Writes a length of time so that <see cref="TryParse"/> reads it back: the largest unit that needs no fraction.</summary>
    public static string Format(TimeSpan duration)
    {
        var (count, unit) = duration.TotalSeconds switch
        {
            var s when s != 0 && s % 86400 == 0 => (s / 86400, "d"),
            var s when s != 0 && s % 3600 == 0 => (s / 3600, "h"),
            var s when s != 0 && s % 60 == 0 => (s / 60, "m"),
            var s => (s, "s"),
        };
        return count.ToString("0.###", CultureInfo.InvariantCulture) + unit;
    }

    private static bool TryScale(decimal count, int unit, out TimeSpan duration)
    {
        duration = default;
        if (count > MaximumSeconds / unit)
            return false;

        // In decimal, because what was written as 0.1 must be read as 0.1.
        duration = TimeSpan.FromTicks((long)(count * unit * TimeSpan.TicksPerSecond));
        return true;
    }
}
