using System.Text;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Text as both databases can store it.</summary>
internal static class StoredText
{
    /// <summary>Without NUL characters, which PostgreSQL refuses, and without halves of characters, which are no UTF-8.</summary>
    public static string Clean(string text)
    {
        foreach (var c in text)
            if (c == '\0' || char.IsSurrogate(c))
                return Rewrite(text);
        return text;
    }

    public static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())      // half a character comes out as U+FFFD
            if (rune.Value != 0)
                clean.Append(rune);
        return clean.ToString();
    }
}
