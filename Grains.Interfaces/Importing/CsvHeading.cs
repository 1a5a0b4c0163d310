using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Importing;

/// <summary>The first line of a CSV list: which column holds what, under the names that other monitors give them.</summary>
internal sealed class CsvHeading
{
    private static readonly Dictionary<string, string[]> Spellings = new()
    {
        ["url"] = ["url", "urlip", "websiteurl", "address", "website", "link"],
        ["name"] = ["name", "friendlyname", "title", "label"],
        ["owner"] = ["owner", "team"],
        ["email"] = ["email", "emails", "mail", "owneremail", "alertcontacts"],
        ["interval"] = ["interval", "checkrate", "checkinterval", "every", "frequency"],
        ["grace"] = ["grace", "graceperiod"],
        ["tags"] = ["tags", "tag", "labels"],
        ["type"] = ["type", "monitortype"],
        ["port"] = ["port"],
        ["timeout"] = ["timeout", "requesttimeout"],
        ["accept"] = ["accept", "statuses", "statuscodes", "acceptedstatuses", "acceptedstatuscodes", "expectedstatus", "expectedstatuscodes"],
        ["method"] = ["method", "httpmethod", "requestmethod"],
        ["header"] = ["header", "headers", "requestheaders", "httpheaders"],
        ["body"] = ["body", "requestbody", "httpbody"],
        ["basic"] = ["basic", "basicauth"],
        ["bearer"] = ["bearer", "bearertoken"],
        ["keyword"] = ["keyword", "keywordvalue", "requiredkeyword"],
        ["keywordtype"] = ["keywordtype"],
        ["nokeyword"] = ["nokeyword", "unwantedkeyword"],
        ["jsonvalue"] = ["jsonvalue"],
        ["expectheader"] = ["expectheader", "expectedheader", "expectheaders", "expectedheaders"],
        ["follow"] = ["follow", "followredirects", "followredirections"],
        ["ignoretls"] = ["ignoretls", "ignoretlserrors"],
        ["verifytls"] = ["verifytls", "verifyssl", "checksslerrors"],
        ["ip"] = ["ip", "ipfamily", "ipversion"],
        ["recheck"] = ["recheck", "rechecks"],
        ["successes"] = ["successes"],
        ["slowafter"] = ["slowafter", "slow"],
        ["certificatewarnings"] = ["certificatewarnings"],
        ["domainwarnings"] = ["domainwarnings"],
        ["paused"] = ["paused"],
        ["parent"] = ["parent", "dependson"],
    };

    private readonly Dictionary<string, int> columns = [];

    private CsvHeading(char delimiter, IReadOnlyList<string> names)
    {
        Delimiter = delimiter;
        Width = names.Count;
        var ignored = new List<string>();
        for (var i = 0; i < names.Count; i++)
            if (names[i].Length > 0 && (MeaningOf(names[i]) is not { } meaning || !columns.TryAdd(meaning, i)))
                ignored.Add(names[i]);
        Ignored = ignored;
    }

    public char Delimiter { get; }
    public int Width { get; }
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Reads a heading; false when it is not one.</summary>
    public static bool TryRead(string line, [NotNullWhen(true)] out CsvHeading? heading)
    {
        heading = null;

        // Spreadsheets use what the country uses.
        foreach (var delimiter in (char[])[',', ';', '\t'])
        {
            if (CsvRecord.Split(line, delimiter, out var names) != CsvRecordShape.Complete)
                continue;
            var candidate = new CsvHeading(delimiter, names);
            if (candidate.columns.ContainsKey("url") && candidate.Width >= (heading?.Width ?? 1))
                heading = candidate;
        }
        return heading is not null;
    }

    /// <summary>The field under one of our names; null when there is no such column, or nothing in it.</summary>
    public string? Pick(IReadOnlyList<string> fields, string meaning) =>
        columns.TryGetValue(meaning, out var column) && column < fields.Count && fields[column].Length > 0 ? fields[column] : null;

    private static string? MeaningOf(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return Spellings.FirstOrDefault(spelling => spelling.Value.Contains(letters)).Key;
    }
}
