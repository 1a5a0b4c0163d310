namespace UptimeSquirrel.Importing;

/// <summary>Takes the lines of a CSV list apart into records.</summary>
internal static class CsvRecords
{
    // A name may hold a line break. More of them than this is a quote that somebody forgot to close.
    private const int MaximumLinesOfOneRecord = 10;

    /// <summary>What is wrong with a record that has more fields than its heading, other than empty ones; null when it has not.</summary>
    public static string? TooWide(IReadOnlyList<string> fields, int width, char delimiter) => fields.Skip(width).Any(field => field.Length > 0)
        ? $"{fields.Count} fields, but the heading has {width}: put quotes around a field that holds '{delimiter}'."
        : null;

    /// <summary>The records from a line on: the number of their first line and their fields, or what is wrong. Blank lines and comments are left out.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string>? Fields, string? Problem)> Read(IReadOnlyList<string> lines, int start, char delimiter)
    {
        for (var i = start; i < lines.Count;)
        {
            if (!ListReader.IsContent(lines[i]))
            {
                i++;
                continue;
            }
            var (count, fields) = ReadOne(lines, i, delimiter);
            if (fields is null)
                yield return (i + 1, null, $"{Quote.Of(lines[i])} has a quote that is not closed, or closed before the end of its field.");
            else if (fields.Any(field => field.Length > 0))
                yield return (i + 1, fields, null);
            i += count;
        }
    }

    // How many lines the record took, and its fields; null when they cannot be told apart.
    private static (int Count, IReadOnlyList<string>? Fields) ReadOne(IReadOnlyList<string> lines, int start, char delimiter)
    {
        var record = lines[start];
        var count = 1;
        var shape = CsvRecord.Split(record, delimiter, out var fields);
        while (shape == CsvRecordShape.Open && count < MaximumLinesOfOneRecord && start + count < lines.Count)
        {
            record = record + "\n" + lines[start + count++];
            shape = CsvRecord.Split(record, delimiter, out fields);
        }
        return shape == CsvRecordShape.Complete ? (count, fields) : (1, null);
    }
}
