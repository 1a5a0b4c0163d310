using System.Text;

namespace UptimeSquirrel.Importing;

/// <summary>One record of a CSV file (RFC 4180), read by itself: a quote that is never closed must not swallow the rest of the file.</summary>
internal static class CsvRecord
{
    /// <summary>Takes a text apart into its fields, as far as it is a record.</summary>
    public static CsvRecordShape Split(string text, char delimiter, out IReadOnlyList<string> fields)
    {
        var found = new List<string>();
        fields = found;
        var position = 0;
        while (true)
        {
            var start = SkipBlanks(text, position);
            if (start < text.Length && text[start] == '"')
            {
                position = ReadQuoted(text, start, out var field);
                if (position < 0)
                    return CsvRecordShape.Open;
                found.Add(field);
                position = SkipBlanks(text, position);
                if (position < text.Length && text[position] != delimiter)
                    return CsvRecordShape.Malformed;
            }
            else
            {
                var end = text.IndexOf(delimiter, position);
                end = end < 0 ? text.Length : end;
                found.Add(text[position..end].Trim());
                position = end;
            }
            if (position >= text.Length)
                return CsvRecordShape.Complete;
            position++;
        }
    }

    // A tab may be the delimiter, so it is no blank here.
    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] == ' ')
            position++;
        return position;
    }

    // Returns the position after the closing quote; -1 when there is none. Two quotes in a row are one.
    private static int ReadQuoted(string text, int opening, out string field)
    {
        var content = new StringBuilder();
        field = "";
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (text[i] == '"' && !(i + 1 < text.Length && text[i + 1] == '"'))
            {
                field = content.ToString().Trim();
                return i + 1;
            }
            if (text[i] == '"')
                i++;
            content.Append(text[i]);
        }
        return -1;
    }
}
