namespace UptimeSquirrel.Quieting;

/// <summary>Why less is told about a website than happens to it.</summary>
[GenerateSerializer, Immutable, Alias("uptime.quiet-status")]
public sealed record QuietStatus
{
    /// <summary>Until when it is in maintenance, UTC; null when it is not.</summary>
    [Id(0)]
    public DateTimeOffset? MaintenanceUntil { get; init; }

    /// <summary>Since when it flaps, and how often it went down; null when it does not.</summary>
    [Id(1)]
    public FlappingFacts? Flapping { get; init; }

    /// <summary>Why nobody was told that it is down; null when it is not down, or its owner knows.</summary>
    [Id(2)]
    public HoldReason? Held { get; init; }

    /// <summary>What went down with it; null when it is not down, or nothing did.</summary>
    [Id(3)]
    public Companions? With { get; init; }
}
