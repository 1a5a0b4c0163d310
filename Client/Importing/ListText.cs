using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Client.Importing.Foreign;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Importing;

/// <summary>Reads a text that is a list in any of the ways we know; what it holds says which.</summary>
internal static partial class ListText
{
    /// <exception cref="CallerMistakeException">It is JSON, YAML or XML, but no list that we know.</exception>
    public static ListContent Read(string text, ReadingChoices choices)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("{") || (start.StartsWith("[") && !IsAddress(text)))
            return ForeignFormat.ReadTree(ParseJson(text), choices, "JSON");
        if (start.StartsWith("<"))
            return Sitemaps.Sitemap.Read(text, choices);
        if (BeginsLikeYaml().IsMatch(text))
            return ForeignFormat.ReadTree(YamlTree.Parse(text), choices, "YAML");
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return ForeignCsv.Read(lines, choices) ?? ListReader.Read(lines);
    }

    /// <summary>Reads a file of modules, in YAML or JSON.</summary>
    /// <exception cref="CallerMistakeException">It is none.</exception>
    public static JsonElement ReadModules(string text)
    {
        var root = text.AsSpan().TrimStart().StartsWith("{") ? ParseJson(text) : YamlTree.Parse(text);
        return Prometheus.BlackboxModules.AreIn(root) ? root : throw new CallerMistakeException("The file of --modules holds none: expected the blackbox.yml of the Prometheus blackbox exporter.");
    }

    private static JsonElement ParseJson(string text)
    {
        try
        {
            return JsonText.Parse(text.Trim());
        }
        catch (JsonException exception)
        {
            throw new CallerMistakeException($"The file begins like JSON, but is none: {exception.Message.TrimEnd('.')}.");
        }
    }

    // An IPv6 address is written in brackets, as a JSON list is.
    private static bool IsAddress(string text) => WebsiteUrl.TryParse(text.AsSpan().Trim().ToString().Split('\n')[0].Trim(), out _, out _);

    [GeneratedRegex(@"^(---\s*$|(endpoints|external-endpoints|sites|services|modules|scrape_configs|monitorList|websites)\s*:(\s|$)|-\s+(targets|labels)\s*:)", RegexOptions.Multiline)]
    private static partial Regex BeginsLikeYaml();
}
