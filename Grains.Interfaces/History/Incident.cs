using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>A time in which a website was down: from the first failed check to the first good one.</summary>
[GenerateSerializer, Immutable, Alias("uptime.incident")]
public sealed record Incident
{
    /// <summary>Names it for ever.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Which website.</summary>
    [Id(1)]
    public required WebsiteId Website { get; init; }

    /// <summary>The website's address.</summary>
    [Id(2)]
    public required WebsiteUrl Url { get; init; }

    /// <summary>Whose website.</summary>
    [Id(3)]
    public required OwnerId Owner { get; init; }

    /// <summary>The first failed check, UTC.</summary>
    [Id(4)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The first good check after it, UTC; null while it lasts.</summary>
    [Id(5)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was wrong.</summary>
    [Id(6)]
    public required Problem Problem { get; init; }

    /// <summary>
    /// Who saw what when it was called down, and then when it was called up again: each time the silo that watches it first, then those
    /// it asked. Empty for an incident older than this record.
    /// </summary>
    [Id(7)]
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>Whether the website was in maintenance when it was called down.</summary>
    [Id(25)]
    public bool IsDuringMaintenance { get; init; }
}
