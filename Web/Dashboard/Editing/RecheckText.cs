using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>The delays before further looks as people write them: <c>5s, 30s</c>, or <c>none</c>.</summary>
internal static class RecheckText
{
    private const string None = "none";

    public static string Write(IReadOnlyList<TimeSpan> delays) => delays.Count == 0 ? None : string.Join(", ", delays.Select(Duration.Format));

    public static bool TryRead(string text, [NotNullWhen(true)] out IReadOnlyList<TimeSpan>? delays, [NotNullWhen(false)] out string? problem)
    {
        var read = new List<TimeSpan>();
        (delays, problem) = (read, null);
        if (text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Duration.TryParse(part, out var delay, out problem))
                return false;
            read.Add(delay);
        }
        return true;
    }
}
