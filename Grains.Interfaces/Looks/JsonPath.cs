using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UptimeSquirrel.Looks;

/// <summary>Reads the path to one value: names and numbers, one after the other.</summary>
public static class JsonPath
{
    /// <summary>Reads a path.</summary>
    /// <param name="text">The path, such as <c>$.checks[0].state</c>; the beginning <c>$.</c> may be left out.</param>
    /// <param name="steps">Its steps: a string is the name of a member, a number the place in an array, from 0.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out IReadOnlyList<object>? steps)
    {
        var read = new List<object>();
        var rest = text.AsSpan();
        if (rest is ['$', ..])
            rest = rest[1..];
        else if (rest is [not '[', ..])
            rest = "." + text;
        steps = null;
        while (rest.Length > 0)
        {
            if (!TryTake(ref rest, out var step))
                return false;
            read.Add(step);
        }

        steps = read.Count > 0 ? read : null;
        return steps is not null;
    }

    /// <summary>Where the path ends and what it is compared with begins: at the first equals sign that is not within quotes.</summary>
    internal static int EndOf(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '\0' && text[i] == '=')
                return i;
            if (quote != '\0' ? text[i] == quote : i > 0 && text[i - 1] == '[' && text[i] is '\'' or '"')
                quote = quote == '\0' ? text[i] : '\0';
        }

        return text.Length;
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, out object step)
    {
        step = "";
        var isNamed = rest[0] == '.';
        var end = isNamed ? rest[1..].IndexOfAny('.', '[') : QuotedEnd(rest);
        var inside = isNamed ? (end < 0 ? rest[1..] : rest[1..(end + 1)]) : end < 0 ? default : rest[1..end];
        if (inside.Length == 0 || (!isNamed && end < 0))
            return false;
        rest = isNamed ? rest[(inside.Length + 1)..] : rest[(end + 1)..];
        if (isNamed)
            step = inside.ToString();
        else if (inside is ['\'', .., '\''] or ['"', .., '"'])
            step = inside[1..^1].ToString();
        else if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            step = place;
        else
            return false;
        return !isNamed || inside.IndexOfAny("'\"]=*") < 0;
    }

    // A bracket that belongs to a quoted name does not end it.
    private static int QuotedEnd(ReadOnlySpan<char> rest)
    {
        if (rest is not ['[', var first, ..])
            return -1;
        if (first is not ('\'' or '"'))
            return rest.IndexOf(']');
        var closing = rest[2..].IndexOf(first);
        return closing >= 0 && rest.Length > closing + 3 && rest[closing + 3] == ']' ? closing + 3 : -1;
    }
}
