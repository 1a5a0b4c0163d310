using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Importing;

/// <summary>One website of a list, as its line says.</summary>
/// <param name="Number">The number of the line, or of the entry in another product's list, from 1.</param>
/// <param name="Url">Its address.</param>
internal sealed record ListLine(int Number, WebsiteUrl Url)
{
    public OwnerId? Owner { get; init; }
    public IReadOnlyList<EmailAddress> Emails { get; init; } = [];
    public WebsiteChanges Changes { get; init; } = WebsiteChanges.None;

    /// <summary>What its entry is called, in another product's list; null for a line.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is to be watched only when somebody resumes it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What of the entry is other here than there, and why; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>A line that cannot be used, and why.</summary>
internal sealed record BadLine(int Number, string Problem);

/// <summary>An entry that is in order, but nothing that can be watched here, and why.</summary>
internal sealed record SkippedEntry(int Number, string Name, string Why);
