using System.Text.Json.Serialization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>What a website's grain keeps in the database.</summary>
[GenerateSerializer, Alias("uptime.stored-website")]
internal sealed class StoredWebsite
{
    /// <summary>Null when no such website is registered.</summary>
    [Id(0)]
    public WebsiteState? Website { get; set; }
}

/// <summary>What a website's grain remembers. Saved when the standing or the settings change, and only then.</summary>
/// <remarks>In the database it is JSON; the numbers of its fields are made of their names and serve only when a website moves to another silo.</remarks>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable, Alias("uptime.website-state")]
internal sealed record WebsiteState
{
    public required OwnerId Owner { get; init; }
    public required WebsiteUrl Url { get; init; }
    public required WebsiteSettings Settings { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public Standing Standing { get; init; } = Standing.Pending;
    public required DateTimeOffset Since { get; init; }

    /// <summary>What is wrong, while suspect or down.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>Since when it was up, while suspect: a suspicion that comes to nothing must not reset that.</summary>
    public DateTimeOffset? SuspectedFrom { get; init; }

    /// <summary>The first good look of the row that may end the incident.</summary>
    public DateTimeOffset? RecoveringSince { get; init; }

    /// <summary>The incident that began or ended last: recorded again after a crash, which may have lost the record.</summary>
    public Incident? LastIncident { get; init; }

    /// <summary>The last failed look that counted; one that follows too soon does not.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    public int FailuresInARow { get; init; }
    public int SuccessesInARow { get; init; }

    /// <summary>What was seen from where when others were last asked, while suspect or down.</summary>
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>What was heard from a job; null for everything but a heartbeat.</summary>
    public HeartbeatState? Heartbeat { get; init; }

    /// <summary>Until when to start with GET, because the server refused HEAD.</summary>
    public DateTimeOffset? StartWithGetUntil { get; init; }

    /// <summary>Grows with every save, and over a removal and new registration too.</summary>
    public long Version { get; init; }

    /// <summary>The version with which people last changed something; 0 for a website that was last changed by an earlier version of the program.</summary>
    public long Revision { get; init; }

    /// <summary>The running number of the latest alert. It begins at the time of registration, so that it never repeats after a removal.</summary>
    public long AlertNumber { get; init; }

    /// <summary>The running number of the latest warning: not one of <see cref="AlertNumber"/>, or an outage that another silo decides meanwhile could have the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long WarningNumber { get; init; }

    /// <summary>Alerts that the owner's grain has not confirmed yet.</summary>
    public IReadOnlyList<Alert> Unsent { get; init; } = [];

    /// <summary>What its owner was warned of; null when of nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WarnedOf? Warned { get; init; }

    /// <summary>What was not told, or is told together; null nearly always.</summary>
    public QuietMemory? Quiet { get; init; }
}

/// <summary>What is wrong with a website.</summary>
/// <param name="StartedAt">The first failed check.</param>
/// <param name="Problem">What that check met.</param>
/// <param name="IncidentId">The id of the incident; null while only suspected.</param>
[GenerateSerializer, Immutable, Alias("uptime.trouble")]
internal sealed record Trouble([property: Id(0)] DateTimeOffset StartedAt, [property: Id(1)] Problem Problem, [property: Id(2)] string? IncidentId)
{
    /// <summary>Who saw it when the incident was opened.</summary>
    [Id(3)]
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>The incident under whose id its owner knows it, when that is an earlier one: it went on when the website had stopped flapping. Null = its own.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ToldAs { get; init; }
}
