namespace UptimeSquirrel.Importing;

/// <summary>Reads the records of a CSV list.</summary>
internal static class CsvList
{
    // A name may hold a line break. More of them than this is a quote that somebody forgot to close.
    private const int MaximumLinesOfOneRecord = 10;

    public static ListContent Read(IReadOnlyList<string> lines, int start, CsvHeading heading)
    {
        var content = new ListContent { IgnoredColumns = heading.Ignored };
        for (var i = start; i < lines.Count;)
        {
            if (!ListReader.IsContent(lines[i]))
            {
                i++;
                continue;
            }
            i += ReadRecord(lines, i, heading, content);
        }
        return content;
    }

    // Returns how many lines the record took.
    private static int ReadRecord(IReadOnlyList<string> lines, int start, CsvHeading heading, ListContent content)
    {
        var record = lines[start];
        var count = 1;
        var shape = CsvRecord.Split(record, heading.Delimiter, out var fields);
        while (shape == CsvRecordShape.Open && count < MaximumLinesOfOneRecord && start + count < lines.Count)
        {
            record = record + "\n" + lines[start + count++];
            shape = CsvRecord.Split(record, heading.Delimiter, out fields);
        }

        if (shape != CsvRecordShape.Complete)
        {
            content.AddBad(start + 1, $"{Quote.Of(lines[start])} has a quote that is not closed, or closed before the end of its field.");
            return 1;
        }

        if (fields.All(field => field.Length == 0))
            return count;
        if (CsvLine.TryRead(start + 1, fields, heading, out var line, out var problem))
            content.Add(line);
        else
            content.AddBad(start + 1, problem);
        return count;
    }
}
