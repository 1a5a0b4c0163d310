namespace UptimeSquirrel.Grains.Owners;

/// <summary>Lengths of time in words: the two largest units, cut off, not rounded.</summary>
public static class DurationWords
{
    private static readonly (long Seconds, string Word, string Sign)[] Units =
        [(86_400, "day", "d"), (3_600, "hour", "h"), (60, "minute", "min"), (1, "second", "s")];

    /// <summary>For a sentence: <c>4 minutes 12 seconds</c>.</summary>
    public static string InFull(TimeSpan duration)
    {
        var parts = Split(duration);
        return parts.Count == 0 ? "less than a second" : string.Join(' ', parts.Select(part => $"{part.Count} {part.Word}{(part.Count == 1 ? "" : "s")}"));
    }

    /// <summary>For a subject line: <c>4 min 12 s</c>.</summary>
    public static string InShort(TimeSpan duration)
    {
        var parts = Split(duration);
        return parts.Count == 0 ? "less than 1 s" : string.Join(' ', parts.Select(part => $"{part.Count} {part.Sign}"));
    }

    /// <summary>For something that happens again and again: <c>every minute</c>, <c>every 5 minutes</c>.</summary>
    public static string Every(TimeSpan interval)
    {
        var parts = Split(interval);
        return parts is [(1, var word, _)] ? $"every {word}" : $"every {InFull(interval)}";
    }

    private static List<(long Count, string Word, string Sign)> Split(TimeSpan duration)
    {
        // Two silos' clocks may disagree by a little: an end before its beginning is no time at all.
        var seconds = Math.Max(0, (long)duration.TotalSeconds);
        var largest = Array.FindIndex(Units, unit => seconds >= unit.Seconds);
        var parts = new List<(long, string, string)>();
        for (var i = largest; largest >= 0 && i <= largest + 1 && i < Units.Length; i++)
        {
            var count = seconds / Units[i].Seconds;
            seconds %= Units[i].Seconds;
            if (count > 0)
                parts.Add((count, Units[i].Word, Units[i].Sign));
        }

        return parts;
    }
}
