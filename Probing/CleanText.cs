using System.Globalization;

namespace UptimeSquirrel.Probing;

/// <summary>Makes what a website sent fit to be shown: one line, no control characters, not too long.</summary>
internal static class CleanText
{
    /// <summary>The text without anything that could move a cursor, break a line or turn the reading direction.</summary>
    public static string Of(string text, int maximumLength)
    {
        var isFit = text.Length <= maximumLength;
        foreach (var c in text)
            isFit &= !IsUnfit(c);
        if (isFit)
            return text;

        var kept = string.Concat(text.Select(c => IsUnfit(c) ? ' ' : c).Take(4 * maximumLength)).Trim();
        return kept.Length <= maximumLength ? kept : string.Concat(kept.AsSpan(0, maximumLength - 1), "…");
    }

    private static bool IsUnfit(char c) =>
        c is < ' ' or > '~' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
