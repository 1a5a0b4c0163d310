using System.Text.Json.Serialization;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Owners;

/// <summary>An outage that an owner was told of, or will be when their quiet hours end, and that is not over yet.</summary>
[GenerateSerializer, Immutable, Alias("uptime.open-incident")]
public sealed record OpenIncident
{
    /// <summary>Names it for ever: the id of its opening alert.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Which website is down.</summary>
    [Id(1)]
    public required WebsiteId Website { get; init; }

    /// <summary>Its address.</summary>
    [Id(2)]
    public required WebsiteUrl Url { get; init; }

    /// <summary>The first failed check, UTC.</summary>
    [Id(3)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the owner is told of it first, UTC: at once, or when the quiet hours end. Reminders and later channels count from here.</summary>
    [Id(4)]
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>The number of the latest reminder; 0 before the first. Those that nobody could send are left out, so numbers may be missing.</summary>
    [Id(5)]
    public int Reminders { get; init; }

    /// <summary>Who has taken it on; null while nobody has.</summary>
    [Id(6)]
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>Until when nothing more is told of it but its end, UTC; null when it is not muted.</summary>
    [Id(7)]
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>The channels that were never told, because somebody took it on before their time; they are not told of its end either.</summary>
    [Id(8)]
    public IReadOnlyList<string> Untold { get; init; } = [];

    /// <summary>When the next reminder is due, UTC; null when there will be none.</summary>
    [Id(9), JsonIgnore]
    public DateTimeOffset? NextReminderAt { get; init; }

    /// <summary>When anybody was last told that it is down, UTC; null before the first.</summary>
    [Id(10)]
    public DateTimeOffset? LastToldAt { get; init; }

    /// <summary>Whether it was told as the outage that made the website flap: it is over when the website is steady again and up.</summary>
    [Id(50)]
    public bool BeganFlapping { get; init; }
}

/// <summary>Somebody has taken an outage on: nobody needs to be reminded of it.</summary>
/// <param name="By">Who, in their own words or as the channel is called over which they were told.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">What they said about it; null when nothing.</param>
[GenerateSerializer, Immutable, Alias("uptime.acknowledgement")]
public sealed record Acknowledgement([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? Note);
