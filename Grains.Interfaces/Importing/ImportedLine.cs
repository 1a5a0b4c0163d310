using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>A line and what became of it.</summary>
internal sealed record ImportedLine(int Number, WebsiteUrl? Url, OwnerId? Owner, ImportOutcome Outcome, string? Problem = null)
{
    public static ImportedLine Of(BadLine line) => new(line.Number, null, null, ImportOutcome.Bad, line.Problem);
}
