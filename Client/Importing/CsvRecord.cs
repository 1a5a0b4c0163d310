using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace UptimeSquirrel.Client.Importing;

/// <summary>One record of a CSV file, read by itself: a quote that is never closed must not swallow the rest of the file.</summary>
internal static class CsvRecord
{
    /// <summary>Whether a text is a whole record.</summary>
    public static CsvRecordShape ShapeOf(ReadOnlySpan<char> text, char delimiter)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
            {
                i = EndOfQuoted(text, i);
                if (i < 0)
                    return CsvRecordShape.Open;
                if (i < text.Length && text[i] != delimiter)
                    return CsvRecordShape.Malformed;
                continue;
            }
            var next = i < text.Length ? text[i..].IndexOf(delimiter) : -1;
            if (next < 0)
                return CsvRecordShape.Complete;
            i += next;
        }
        return CsvRecordShape.Complete;
    }

    public static string[] Fields(string text, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
        });
        return parser.Read() ? parser.Record ?? [] : [];
    }

    // The position after the closing quote; -1 when there is none.
    private static int EndOfQuoted(ReadOnlySpan<char> text, int opening)
    {
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
                continue;
            if (i + 1 >= text.Length || text[i + 1] != '"')
                return i + 1;
            i++;
        }
        return -1;
    }
}

/// <summary>Whether a text is a whole CSV record.</summary>
internal enum CsvRecordShape
{
    Complete,

    /// <summary>A quote is open at the end.</summary>
    Open,

    /// <summary>A quote is closed in the middle of a field.</summary>
    Malformed,
}
