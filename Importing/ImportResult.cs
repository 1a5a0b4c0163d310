using System.ComponentModel;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Importing;

/// <summary>What became of a list, in numbers and line by line, as machines read it.</summary>
public sealed record ImportResult(
    [property: Description("Whether nothing was done.")] bool DryRun,
    [property: Description("How many lines or entries the list has.")] int Lines,
    int Created,
    int Changed,
    int Unchanged,
    [property: Description("The same website of the same owner as an earlier line.")] int Duplicates,
    [property: Description("Cannot be read or taken.")] int Bad,
    [property: Description("The cluster did not answer, however often it was asked: import the list again.")] int Failed,
    [property: Description("What became of each, in order.")] IReadOnlyList<ImportResultLine> Results)
{
    [Description("In order, but nothing that can be watched here.")]
    public int Skipped { get; init; }

    [Description("Whose list it is; absent for a list of lines.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    [Description("What of the whole list could not be taken over, a sentence each.")]
    public IReadOnlyList<string> Remarks { get; init; } = [];

    internal static ImportResult Of(IReadOnlyList<ImportedLine> lines, bool isDryRun, ListContent? content = null)
    {
        return new ImportResult(
            isDryRun,
            lines.Count,
            Count(ImportOutcome.Created),
            Count(ImportOutcome.Changed),
            Count(ImportOutcome.Unchanged),
            Count(ImportOutcome.Duplicate),
            Count(ImportOutcome.Bad),
            Count(ImportOutcome.Failed),
            [.. lines.Select(ImportResultLine.Of)])
        {
            Skipped = Count(ImportOutcome.Skipped),
            Source = content?.Source,
            Remarks = content?.Remarks ?? [],
        };

        int Count(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);
    }
}

/// <summary>What became of one line.</summary>
public sealed record ImportResultLine(
    [property: Description("The number of the line, or of the entry, from 1.")] int Line,
    string? Url,
    string? Owner,
    [property: Description("created, changed, unchanged, duplicate, skipped, bad or failed.")] string Outcome,
    [property: Description("Why; null when there is nothing to say.")] string? Problem)
{
    [Description("What it is called in another product's list; absent for a line.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [Description("What of it is other here than there, and why, a sentence each; secrets that were left out are among them.")]
    public IReadOnlyList<string> Remarks { get; init; } = [];

    internal static ImportResultLine Of(ImportedLine line) =>
        new(line.Number, line.Url?.Text, line.Owner?.Text, WordOf(line.Outcome), line.Problem) { Name = line.Name, Remarks = line.Remarks };

    /// <summary>What became of a line, in one word.</summary>
    internal static string WordOf(ImportOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
