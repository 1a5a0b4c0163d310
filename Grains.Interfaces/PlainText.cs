using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UptimeSquirrel;

/// <summary>Makes text from elsewhere harmless to a terminal: what a website or a file says must not move the cursor or hide what follows.</summary>
internal static partial class PlainText
{
    public static string Clean(string text)
    {
        if (!text.Any(IsHarmful))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in EscapeSequence().Replace(text, ""))
        {
            if (character is '\t' or '\n' or '\r')
                clean.Append(' ');
            else if (!IsHarmful(character))
                clean.Append(character);
        }
        return clean.ToString();
    }

    /// <summary>The start of a text, for a message about it.</summary>
    public static string Start(string text, int length = 80) =>
        Clean(text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…"));

    // Format characters can reverse or hide the text around them.
    private static bool IsHarmful(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // CSI, then OSC and the other strings up to their end, then two-character sequences.
    [GeneratedRegex(@"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?")]
    private static partial Regex EscapeSequence();
}
