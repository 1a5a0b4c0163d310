using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Importing;

/// <summary>A line and what became of it.</summary>
internal sealed record ImportedLine(int Number, WebsiteUrl? Url, OwnerId? Owner, ImportOutcome Outcome, string? Problem = null)
{
    /// <summary>What the entry is called in another product's list; null for a line.</summary>
    public string? Name { get; init; }

    /// <summary>What of it is other here than there, and why.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public static ImportedLine Of(BadLine line) => new(line.Number, null, null, ImportOutcome.Bad, line.Problem);

    public static ImportedLine Of(SkippedEntry entry) => new(entry.Number, null, null, ImportOutcome.Skipped, entry.Why) { Name = entry.Name };
}
