namespace UptimeSquirrel.Importing.Foreign;

/// <summary>CSV files of products whose columns mean something of their own: each record becomes an object, and is read as their JSON is.</summary>
internal static class ForeignCsv
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>The content of such a file; null when it is none, and so a list of our own.</summary>
    public static ListContent? Read(IReadOnlyList<string> lines, ReadingChoices choices)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => ListReader.IsContent(lines[i]), lines.Count);
        if (first == lines.Count)
            return null;
        foreach (var delimiter in Delimiters)
            if (CsvRecord.Split(lines[first], delimiter, out var names) == CsvRecordShape.Complete && FormatOf(names) is { } format)
                return Read(lines, first + 1, delimiter, names, format, choices);
        return null;
    }

    private static (string Name, Func<Fields, ReadingChoices, Wish> Read)? FormatOf(IReadOnlyList<string> names)
    {
        var known = names.Select(name => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant()).ToHashSet();

        // Who names owners has made the list for us, whatever the other columns are called.
        if (known.Contains("owner"))
            return null;
        if (known.IsSupersetOf(["friendlyname", "urlip", "type"]))
            return ("UptimeRobot (CSV)", UptimeRobot.RobotMonitor.Read);
        return known.IsSupersetOf(["type", "url", "interval"]) && (known.Contains("matchmethod") || known.Contains("expectedvalue") || known.Contains("jsonpath"))
            ? ("Checkmate (CSV)", Checkmate.CheckmateList.Read)
            : null;
    }

    private static ListContent Read(
        IReadOnlyList<string> lines, int start, char delimiter, IReadOnlyList<string> names, (string Name, Func<Fields, ReadingChoices, Wish> Read) format, ReadingChoices choices)
    {
        var content = new ListContent { Source = format.Name, Most = choices.MostEntries };
        foreach (var (number, values, problem) in CsvRecords.Read(lines, start, delimiter))
        {
            if (values is null)
                content.AddBad(content.Next, $"line {number}: {problem}");
            else if (CsvRecords.TooWide(values, names.Count, delimiter) is { } tooWide)
                content.AddBad(content.Next, $"line {number}: {tooWide}");
            else
                format.Read(ObjectOf(names, values), choices).AddTo(content);
        }
        return content;
    }

    private static Fields ObjectOf(IReadOnlyList<string> names, IReadOnlyList<string> values) => new(JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        for (var i = 0; i < Math.Min(names.Count, values.Count); i++)
            writer.WriteString(names[i], values[i]);
        writer.WriteEndObject();
    }));
}
