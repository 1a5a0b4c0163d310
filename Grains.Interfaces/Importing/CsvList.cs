namespace UptimeSquirrel.Importing;

/// <summary>Reads the records of a CSV list.</summary>
internal static class CsvList
{
    public static ListContent Read(IReadOnlyList<string> lines, int start, CsvHeading heading, int most)
    {
        var content = new ListContent { IgnoredColumns = heading.Ignored, Most = most };
        foreach (var (number, fields, broken) in CsvRecords.Read(lines, start, heading.Delimiter))
        {
            if (fields is null)
                content.AddBad(number, broken!);
            else if (CsvLine.TryRead(number, fields, heading, out var line, out var problem))
                content.Add(line);
            else
                content.AddBad(number, problem);
        }
        if (heading.Ignored.Count > 0)
            content.Remark($"Columns left out, because they say nothing to us: {string.Join(", ", heading.Ignored)}.");
        return content;
    }
}
