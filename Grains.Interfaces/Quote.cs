namespace UptimeSquirrel;

/// <summary>Shows people what they typed, in a message that may end up on a terminal, in a log or in a mail.</summary>
internal static class Quote
{
    /// <summary>The beginning of <paramref name="text"/> in quotes, with a mark in place of every control character.</summary>
    public static string Of(string? text, int maximumLength = 80)
    {
        var start = text is null ? "" : text.Length <= maximumLength ? text : string.Concat(text.AsSpan(0, maximumLength), "…");
        return $"'{(start.Any(char.IsControl) ? string.Concat(start.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : start)}'";
    }
}
