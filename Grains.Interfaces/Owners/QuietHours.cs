namespace UptimeSquirrel.Owners;

/// <summary>When an owner does not want to be disturbed, by the clock on their wall.</summary>
[GenerateSerializer, Immutable, Alias("uptime.quiet-hours")]
public sealed record QuietHours
{
    /// <summary>When it begins, local time.</summary>
    [Id(0)]
    public required TimeOnly From { get; init; }

    /// <summary>When it ends, local time; on the next day when it is not later than <see cref="From"/>. Must differ from it.</summary>
    [Id(1)]
    public required TimeOnly To { get; init; }

    /// <summary>The time zone's IANA name: <c>Europe/Berlin</c>.</summary>
    [Id(2)]
    public required string Zone { get; init; }

    /// <summary>The days on which it begins; none at all means every day.</summary>
    [Id(3)]
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Whether outages wait, too. Otherwise only what is less urgent does.</summary>
    [Id(4)]
    public bool HoldsAll { get; init; }
}
