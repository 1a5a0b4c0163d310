using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Websites;

/// <summary>What is known about one website at this moment.</summary>
[GenerateSerializer, Immutable, Alias("uptime.website-status")]
public sealed record WebsiteStatus
{
    /// <summary>Which website.</summary>
    [Id(0)]
    public required WebsiteId Id { get; init; }

    /// <summary>Its address.</summary>
    [Id(1)]
    public required WebsiteUrl Url { get; init; }

    /// <summary>Who is told about it.</summary>
    [Id(2)]
    public required OwnerId Owner { get; init; }

    /// <summary>How it is watched.</summary>
    [Id(3)]
    public required WebsiteSettings Settings { get; init; }

    /// <summary>What it is now.</summary>
    [Id(4)]
    public required Standing Standing { get; init; }

    /// <summary>Since when it is that.</summary>
    [Id(5)]
    public required DateTimeOffset Since { get; init; }

    /// <summary>The latest look at it; null when there was none yet.</summary>
    [Id(6)]
    public CheckSummary? LastCheck { get; init; }

    /// <summary>What is wrong with it now; null when nothing is.</summary>
    [Id(7)]
    public IncidentSummary? Incident { get; init; }

    /// <summary>How many alerts about it wait to be taken over by its owner's outbox; 0 nearly always.</summary>
    [Id(8)]
    public int UnsentAlerts { get; init; }

    /// <summary>
    /// Who saw what when other silos were last asked, while suspect or down: the silo that watches it first. Empty when nothing was to be
    /// asked yet. A website stays suspect, or down, for as long as no majority sees it otherwise.
    /// </summary>
    [Id(9)]
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>Names the version of what people set: its settings, and whether it is paused. Grows with each change of that; 0 in lists.</summary>
    [Id(10)]
    public long Revision { get; init; }

    /// <summary>Its expiry dates and whether it is slow; null when nothing of that is known.</summary>
    [Id(20)]
    public WebsiteWarnings? Warnings { get; init; }

    /// <summary>When the job called; null for everything but a heartbeat, and in lists.</summary>
    [Id(30)]
    public HeartbeatSummary? Heartbeat { get; init; }

    /// <summary>Why less is told about it than happens to it; null nearly always, and in lists.</summary>
    [Id(25)]
    public QuietStatus? Quiet { get; init; }
}

/// <summary>One look at a website, in short.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="StatusCode">The final HTTP status; null when there was no answer.</param>
/// <param name="Latency">How long it took, from looking up the name to the last header.</param>
/// <param name="IsHealthy">Whether it counts as up.</param>
/// <param name="Reason">Why not, in one sentence; null when healthy.</param>
/// <param name="IsDoubted">Whether it does not count, because the silo that looked doubted itself.</param>
/// <param name="IsInMaintenance">Whether it does not count, because the website was in maintenance.</param>
[GenerateSerializer, Immutable, Alias("uptime.check-summary")]
public sealed record CheckSummary(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int? StatusCode,
    [property: Id(2)] TimeSpan Latency,
    [property: Id(3)] bool IsHealthy,
    [property: Id(4)] string? Reason,
    [property: Id(5)] bool IsDoubted = false,
    [property: Id(25)] bool IsInMaintenance = false)
{
    /// <summary>Whether nothing of the website was seen, so that this says nothing about it: <see cref="Reason"/> tells why.</summary>
    [Id(40)]
    public bool IsUnseen { get; init; }
}

/// <summary>What is wrong with a website, in short.</summary>
/// <param name="StartedAt">The first failed check, UTC.</param>
/// <param name="Reason">What that check met, in one sentence.</param>
[GenerateSerializer, Immutable, Alias("uptime.incident-summary")]
public sealed record IncidentSummary([property: Id(0)] DateTimeOffset StartedAt, [property: Id(1)] string Reason);
