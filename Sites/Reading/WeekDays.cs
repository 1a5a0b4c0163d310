using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>Days of the week as people type them: <c>mon-fri</c>, <c>sat,sun</c>.</summary>
internal sealed record WeekDays(IReadOnlyList<DayOfWeek> Days)
{
    private static readonly string[] _names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static string NameOf(DayOfWeek day) => _names[((int)day + 6) % 7];

    public static bool TryParse(string? text, [NotNullWhen(true)] out WeekDays? days, [NotNullWhen(false)] out string? problem)
    {
        var found = new SortedSet<int>();
        var isGood = true;
        foreach (var part in (text ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(name => Array.IndexOf(_names, name)).ToArray();
            isGood &= ends is [>= 0] or [>= 0, >= 0];
            for (var day = ends[0]; isGood; day = (day + 1) % 7)
            {
                found.Add(day);
                if (day == ends[^1])
                    break;
            }
        }

        days = isGood ? new WeekDays([.. found.Select(day => (DayOfWeek)((day + 1) % 7))]) : null;
        problem = isGood ? null : $"{Quote.Of(text)} are no days: expected something like mon-fri or sat,sun.";
        return isGood;
    }
}
