using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Importing.Foreign;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Reads a text that is a list in any of the ways we know; what it holds says which.</summary>
internal static partial class ListText
{
    private const int LinesOfAnEntry = 10;
    private const int ValuesOfAnEntry = 20;

    /// <exception cref="NoListException">It is JSON, YAML or XML, but no list that we know.</exception>
    public static ListContent Read(string text, ReadingChoices choices)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("{") || (start.StartsWith("[") && !IsAddress(text)))
            return ForeignFormat.ReadTree(ParseJson(text, choices.MostEntries), choices, "JSON");
        if (start.StartsWith("<"))
            return ReadXml(text, choices);
        if (BeginsLikeYaml().IsMatch(text))
            return ForeignFormat.ReadTree(YamlTree.Parse(text), choices, "YAML");
        return ReadLines(text.ReplaceLineEndings("\n"), choices);
    }

    // Blank lines and comments do not count as entries, but each takes room before that is known.
    private static ListContent ReadLines(string text, ReadingChoices choices)
    {
        if (text.AsSpan().Count('\n') / LinesOfAnEntry >= choices.MostEntries)
            throw new NoListException("The list has too many lines: expected several lists of fewer, or 'squirrel import', which takes longer ones.");
        var lines = text.Split('\n');
        return ForeignCsv.Read(lines, choices) ?? ListReader.Read(lines, choices.MostEntries);
    }

    private static ListContent ReadXml(string text, ReadingChoices choices) => text.AsSpan().Count('<') / ValuesOfAnEntry >= choices.MostEntries
        ? throw new NoListException("The XML of the file holds more than can be read: expected a sitemap.")
        : Sitemaps.Sitemap.Read(text, choices);

    /// <summary>Reads a file of modules, in YAML or JSON.</summary>
    /// <exception cref="NoListException">It is none.</exception>
    public static JsonElement ReadModules(string text)
    {
        var root = text.AsSpan().TrimStart().StartsWith("{") ? ParseJson(text, int.MaxValue) : YamlTree.Parse(text);
        return Prometheus.BlackboxModules.AreIn(root) ? root : throw new NoListException("The file of --modules holds none: expected the blackbox.yml of the Prometheus blackbox exporter.");
    }

    private static JsonElement ParseJson(string text, int mostEntries)
    {
        try
        {
            return mostEntries < int.MaxValue && JsonText.HasMoreThan((long)mostEntries * ValuesOfAnEntry, text.Trim())
                ? throw new NoListException("The JSON of the file holds more than can be read: expected a list of websites.")
                : JsonText.Parse(text.Trim());
        }
        catch (JsonException exception)
        {
            throw new NoListException($"The file begins like JSON, but is none: {exception.Message.TrimEnd('.')}.");
        }
    }

    // An IPv6 address is written in brackets, as a JSON list is.
    private static bool IsAddress(string text) => WebsiteUrl.TryParse(text.AsSpan().Trim().ToString().Split('\n')[0].Trim(), out _, out _);

    [GeneratedRegex(@"^(---\s*$|(endpoints|external-endpoints|sites|services|modules|scrape_configs|monitorList|websites)\s*:(\s|$)|-\s+(targets|labels)\s*:)", RegexOptions.Multiline)]
    private static partial Regex BeginsLikeYaml();
}
