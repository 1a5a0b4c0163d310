using System.Globalization;
using System.Text;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Makes text from elsewhere safe to show in one line.</summary>
public static class PlainLine
{
    /// <summary>One line of at most <paramref name="limit"/> characters.</summary>
    /// <remarks>
    /// Line breaks and control characters become blanks, marks that turn the reading direction of what follows are dropped, and
    /// whatever is too long ends in <paramref name="ellipsis"/>, never in half a character.
    /// </remarks>
    public static string From(string? text, int limit, string ellipsis = "…")
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsBlank(rune))
                AppendBlank(line);
            else if (!TurnsReadingDirection(rune))
                line.Append(rune.ToString());
            if (line.Length > limit + 32)
                break;
        }

        return Cut(line.ToString().TrimEnd(), limit, ellipsis);
    }

    /// <summary>What somebody wrote, as it is said back to them.</summary>
    public static string Quoted(string? text, int limit = 60) => $"'{From(text, limit)}'";

    private static void AppendBlank(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    private static string Cut(string line, int limit, string ellipsis)
    {
        if (line.Length <= limit)
            return line;
        var end = 0;
        while (end < line.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(line, end);
            if (next > limit - ellipsis.Length)
                break;
            end = next;
        }

        return line[..end].TrimEnd() + ellipsis;
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // U+202E and its kind make "moc.elpmaxe" read as another name. Letters of right-to-left scripts are left alone.
    private static bool TurnsReadingDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
