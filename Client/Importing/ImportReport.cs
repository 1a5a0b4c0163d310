using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>What became of a list, for people and for machines.</summary>
/// <param name="lines">Each line or entry and what became of it, in order.</param>
/// <param name="isDryRun">Whether nothing was done.</param>
/// <param name="content">The list, when there is more to say about it than its lines.</param>
internal sealed class ImportReport(IReadOnlyList<ImportedLine> lines, bool isDryRun, ListContent? content = null)
{
    private const int ShownProblems = 20;

    private readonly string thing = content?.Source is null ? "line" : "entry";

    public int ExitCode => Count(ImportOutcome.Failed) > 0 ? Client.ExitCode.Unreachable
        : Count(ImportOutcome.Bad) > 0 ? Client.ExitCode.Mistake
        : Client.ExitCode.Fine;

    /// <summary>One sentence of numbers, without those that are zero.</summary>
    public string Summary()
    {
        var parts = new List<string>();
        Note(ImportOutcome.Created, "new");
        Note(ImportOutcome.Changed, "changed");
        Note(ImportOutcome.Unchanged, "unchanged");
        Note(ImportOutcome.Skipped, "skipped");
        Note(ImportOutcome.Duplicate, "repeated");
        Note(ImportOutcome.Bad, "bad");
        Note(ImportOutcome.Failed, "failed");
        var text = parts.Count == 0 ? $"no {thing} holds an address" : $"{Counted()}: {string.Join(", ", parts)}";
        return isDryRun ? text + " (dry run: nothing was done)" : text;

        void Note(ImportOutcome outcome, string word)
        {
            if (Count(outcome) is > 0 and var count)
                parts.Add($"{Wording.Number(count)} {word}");
        }
    }

    /// <summary>The lines in which something is wrong, the first of them one by one.</summary>
    public IEnumerable<string> Problems()
    {
        var wrong = lines.Where(line => line.Outcome is ImportOutcome.Bad or ImportOutcome.Failed).ToList();
        foreach (var line in wrong.Take(ShownProblems))
            yield return $"{thing} {line.Number}: {line.Problem}";
        if (wrong.Count > ShownProblems)
            yield return $"… and {Wording.Number(wrong.Count - ShownProblems)} more; --json lists them all.";
    }

    /// <summary>What every line did, or would do.</summary>
    public ImportTable Table() => new(lines, isDryRun, thing);

    public ImportResult ToShape() => ImportResult.Of(lines, isDryRun, content);

    private int Count(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);

    private string Counted() => content?.Source is { } source
        ? $"{source}, {Wording.Number(lines.Count)} {(lines.Count == 1 ? "entry" : "entries")}"
        : Wording.Count(lines.Count, "line");
}
