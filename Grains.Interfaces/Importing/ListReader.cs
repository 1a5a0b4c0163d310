using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Reads a list of websites: CSV when its first line is a heading with a column of addresses, else one address a line.</summary>
internal static class ListReader
{
    /// <exception cref="NoListException">It has more than <paramref name="most"/> lines with something on them.</exception>
    public static ListContent Read(IReadOnlyList<string> lines, int most = int.MaxValue)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => IsContent(lines[i]), lines.Count);
        return first < lines.Count && CsvHeading.TryRead(lines[first], out var heading)
            ? CsvList.Read(lines, first + 1, heading, most)
            : ReadText(lines, most);
    }

    /// <summary>Whether a line is more than a blank or a comment.</summary>
    public static bool IsContent(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length > 0 && trimmed[0] != '#';
    }

    private static ListContent ReadText(IReadOnlyList<string> lines, int most)
    {
        var content = new ListContent { Most = most };
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsContent(lines[i]))
                continue;
            if (WebsiteUrl.TryParse(WithoutComment(lines[i]), out var url, out var problem))
                content.Add(new ListLine(i + 1, url));
            else
                content.AddBad(i + 1, problem);
        }
        return content;
    }

    // '#' only after a blank: inside an address it begins a fragment.
    private static string WithoutComment(string line)
    {
        for (var i = 1; i < line.Length; i++)
            if (line[i] == '#' && char.IsWhiteSpace(line[i - 1]))
                return line[..i];
        return line;
    }
}
