using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>What became of a list, for people and for machines.</summary>
internal sealed class ImportReport(IReadOnlyList<ImportedLine> lines, bool isDryRun)
{
    private const int ShownProblems = 20;

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
        Note(ImportOutcome.Duplicate, "repeated");
        Note(ImportOutcome.Bad, "bad");
        Note(ImportOutcome.Failed, "failed");
        var text = parts.Count == 0 ? "no line holds an address" : $"{Wording.Count(lines.Count, "line")}: {string.Join(", ", parts)}";
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
            yield return $"line {line.Number}: {line.Problem}";
        if (wrong.Count > ShownProblems)
            yield return $"… and {Wording.Number(wrong.Count - ShownProblems)} more; --json lists them all.";
    }

    /// <summary>What every line would do.</summary>
    public Listing Preview()
    {
        var grid = new Listing(new ListingColumn("LINE") { IsNumber = true }, new ListingColumn("WOULD BE"), new ListingColumn("OWNER"), new ListingColumn("WEBSITE") { Shrinks = true });
        foreach (var line in lines.Where(line => line.Url is not null))
            grid.Add($"{line.Number}", WordOf(line.Outcome), line.Owner!.Text, line.Url!.Text);
        return grid;
    }

    public ImportShape ToShape() => new(
        isDryRun,
        lines.Count,
        Count(ImportOutcome.Created),
        Count(ImportOutcome.Changed),
        Count(ImportOutcome.Unchanged),
        Count(ImportOutcome.Duplicate),
        Count(ImportOutcome.Bad),
        Count(ImportOutcome.Failed),
        [.. lines.Select(line => new ImportLineShape(line.Number, line.Url?.Text, line.Owner?.Text, WordOf(line.Outcome), line.Problem))]);

    private int Count(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);

    private static string WordOf(ImportOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
