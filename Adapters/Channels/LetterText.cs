using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels;

/// <summary>Parts of a letter that several channels lay out alike.</summary>
internal static class LetterText
{
    /// <summary>What happened, and the details a line each, without the address where the channel shows that elsewhere; or the owner's own words.</summary>
    public static string Body(Letter letter) => string.Join('\n', Lines(letter));

    /// <summary>The same line by line.</summary>
    public static IEnumerable<string> Lines(Letter letter)
    {
        var words = letter.Words;
        var lines = words.Own ?? words.Facts.Where(fact => !fact.IsAddress).Select(fact => $"{fact.Label}: {fact.Value}").Prepend(words.Explanation);
        return words.Remark is { } remark ? lines.Append(remark) : lines;
    }

    /// <summary>The details to be laid out one by one: none when the owner's own words are told.</summary>
    public static IEnumerable<AlertFact> Facts(Letter letter) => letter.Words.Own is null ? letter.Words.Facts : [];

    /// <summary>What stands before the details: what happened, or the owner's own words, in lines.</summary>
    public static IReadOnlyList<string> Opening(Letter letter) => letter.Words.Own ?? [letter.Words.Explanation];

    /// <summary>What stands behind them: what happens next, and that a template could not be used.</summary>
    public static IReadOnlyList<string> Closing(Letter letter, bool withNext) =>
        [.. withNext && letter.Words.Own is null ? [letter.Words.Next] : Array.Empty<string>(), .. letter.Words.Remark is { } remark ? [remark] : Array.Empty<string>()];

    /// <summary>The severity as a word.</summary>
    public static string Severity(Letter letter) => letter.Severity.ToString().ToLowerInvariant();

    /// <summary>The colour of a letter, as web pages write it.</summary>
    public static int Color(Letter letter) => letter switch
    {
        { IsAllClear: true } => 0x1b7f3b,
        { Severity: Grains.Owners.Severity.Critical } => 0xc62828,
        { Severity: Grains.Owners.Severity.Warning } => 0xb26a00,
        _ => 0x5b6670,
    };

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int limit) => text.Length <= limit ? text : string.Join('\n', Cut(text.Split('\n'), limit));

    private static IEnumerable<string> Cut(string[] lines, int limit)
    {
        foreach (var line in lines)
        {
            if (limit <= 0)
                yield break;
            yield return PlainLine.From(line, limit);
            limit -= line.Length + 1;
        }
    }
}
