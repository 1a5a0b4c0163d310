using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>What became of each line, and why, as people read it.</summary>
internal sealed class ImportTable(IReadOnlyList<ImportedLine> lines, bool isDryRun, string thing)
{
    private const int MostRows = 500;

    // What is said of so many is said once, below the table.
    private const int Common = 5;

    private readonly Dictionary<string, int> common = lines.SelectMany(line => line.Remarks).CountBy(remark => remark).Where(count => count.Value >= Common).ToDictionary();

    /// <summary>The table. Of a long list only what is not as it was expected is shown, after doing it.</summary>
    public Listing Rows()
    {
        var grid = new Listing(
            new ListingColumn(thing == "line" ? "LINE" : "ENTRY") { IsNumber = true }, new ListingColumn(isDryRun ? "WOULD BE" : "IS NOW"), new ListingColumn("OWNER"),
            new ListingColumn("WEBSITE") { Shrinks = true }, new ListingColumn("WHY") { Shrinks = true });
        foreach (var line in Shown().Take(MostRows))
            grid.Add($"{line.Number}", ImportResultLine.WordOf(line.Outcome), line.Owner?.Text ?? "", line.Url?.Text ?? line.Name ?? "", string.Join(' ', WhyOf(line)));
        return grid;
    }

    /// <summary>What was said of many, and what the table leaves out.</summary>
    public IEnumerable<string> Below()
    {
        foreach (var (remark, count) in common.OrderByDescending(pair => pair.Value))
            yield return $"{Wording.Number(count)} ×  {remark}";
        if (Shown().Count() is var shown && shown > MostRows)
            yield return $"… and {Wording.Number(shown - MostRows)} more; --json lists them all.";
    }

    private IEnumerable<ImportedLine> Shown() =>
        lines.Count <= MostRows ? lines : lines.Where(line => isDryRun || line.Outcome is not (ImportOutcome.Created or ImportOutcome.Unchanged) || WhyOf(line).Any());

    private IEnumerable<string> WhyOf(ImportedLine line) =>
        (line.Problem is null ? Enumerable.Empty<string>() : [line.Problem]).Concat(line.Remarks.Where(remark => !common.ContainsKey(remark)));
}
