using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Journal;

/// <summary>One check. Website and moment name it: a second row with the same pair is a repeat.</summary>
/// <param name="Website">Of which website.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="Latency">How long it took.</param>
/// <param name="StatusCode">The final HTTP status; null when there was no answer.</param>
/// <param name="Failure">What was wrong; <see cref="FailureKind.None"/> when healthy.</param>
/// <param name="Reason">The same in one sentence; null when healthy.</param>
/// <param name="IsDoubted">Whether it does not count, because the silo that looked doubted itself: it is kept, and that is all.</param>
/// <param name="IsInMaintenance">Whether it does not count into the sums, because the website was in maintenance.</param>
/// <param name="Phases">Where the time went, as <see cref="PackedPhases"/> has it; 0 when that is not known.</param>
public readonly record struct CheckRow(
    WebsiteId Website, DateTimeOffset At, TimeSpan Latency, int? StatusCode, FailureKind Failure, string? Reason, bool IsDoubted = false,
    bool IsInMaintenance = false, long Phases = 0);

/// <summary>What a website is now, for the read model.</summary>
public sealed record WebsiteRow
{
    public required WebsiteId Id { get; init; }
    public required WebsiteUrl Url { get; init; }
    public required OwnerId Owner { get; init; }
    public required WebsiteSettings Settings { get; init; }
    public required Standing Standing { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>What is wrong now; null when nothing is.</summary>
    public IncidentSummary? Incident { get; init; }

    /// <summary>What its owner was warned of and is not over; null nearly always.</summary>
    public WebsiteWarnings? Warnings { get; init; }

    /// <summary>Grows with every change of the website: the higher one wins.</summary>
    public required long Version { get; init; }
}

/// <summary>A website that is not watched any more.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">
/// Higher than every version it had, and as those no less than the moment in Unix milliseconds. A removal that comes late, or once
/// more, must not touch what was registered again since: that has a higher version.
/// </param>
public sealed record RemovedWebsite(WebsiteId Id, long Version);
