namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What became of a list, in numbers and line by line.</summary>
internal sealed record ImportShape(
    bool DryRun, int Lines, int Created, int Changed, int Unchanged, int Duplicates, int Bad, int Failed, IReadOnlyList<ImportLineShape> Results);

/// <summary>What became of one line.</summary>
internal sealed record ImportLineShape(int Line, string? Url, string? Owner, string Outcome, string? Problem);
