using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>Shows as plain text what a channel would lay out.</summary>
internal static class TemplatePreviewText
{
    public static string Body(ChannelKind kind, AlertMessage words)
    {
        if (kind.IsJson)
            return words.Json ?? "(the usual JSON: docs/channels.md)";
        if (kind.Medium == ChannelMedium.Text)
            return words.Brief;
        IEnumerable<string> lines = words.Own ?? [words.Explanation, "", .. words.Facts.Select(fact => $"{fact.Label}: {fact.Value}"), "", words.Next];
        return string.Join('\n', words.Remark is { } remark ? [.. lines, "", remark] : lines);
    }
}
