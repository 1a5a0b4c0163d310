using System.Text.Json.Serialization;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What became of a list, in numbers and line by line.</summary>
internal sealed record ImportShape(
    bool DryRun, int Lines, int Created, int Changed, int Unchanged, int Duplicates, int Bad, int Failed, IReadOnlyList<ImportLineShape> Results)
{
    /// <summary>What is in order, but nothing that can be watched here.</summary>
    public int Skipped { get; init; }

    /// <summary>Whose list it is; absent for a list of lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>What of the whole list could not be taken over.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>What became of one line.</summary>
internal sealed record ImportLineShape(int Line, string? Url, string? Owner, string Outcome, string? Problem)
{
    /// <summary>What it is called in another product's list; absent for a line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>What of it is other here than there, and why.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
