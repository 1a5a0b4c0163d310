using UptimeSquirrel.Checks;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Websites;

namespace UptimeSquirrel.Web.Api.Incidents;

/// <summary>A time in which a website was down.</summary>
public sealed record IncidentView
{
    /// <summary>Names it for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Which website.</summary>
    public required Guid Website { get; init; }

    /// <summary>The website's address.</summary>
    public required string Url { get; init; }

    /// <summary>Whose website.</summary>
    public required string Owner { get; init; }

    /// <summary>The first failed check.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The first good check after it; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was wrong, in one sentence.</summary>
    public required string Problem { get; init; }

    /// <summary>What was wrong, for machines.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>The technical cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Whether the website was in maintenance when it was called down.</summary>
    public bool IsDuringMaintenance { get; init; }

    /// <summary>Who saw what when it was called down, and up again.</summary>
    public IReadOnlyList<SightingView> Sightings { get; init; } = [];

    /// <summary>How its owner was told; null when it is over, or nobody was told, and in lists.</summary>
    public TellingView? Telling { get; init; }

    internal static IncidentView Of(Incident incident, OpenIncident? open = null) => new()
    {
        Id = incident.Id,
        Website = incident.Website.Value,
        Url = incident.Url.Text,
        Owner = incident.Owner.Text,
        StartedAt = incident.StartedAt,
        EndedAt = incident.EndedAt,
        Problem = incident.Problem.Sentence,
        Kind = incident.Problem.Kind,
        Cause = incident.Problem.Cause,
        IsDuringMaintenance = incident.IsDuringMaintenance,
        Sightings = [.. incident.Sightings.Select(SightingView.Of)],
        Telling = open is null ? null : TellingView.Of(open),
    };
}

/// <summary>How an owner is told of an outage that is not over.</summary>
/// <param name="ToldAt">When they are told first.</param>
/// <param name="Reminders">The number of the latest reminder.</param>
/// <param name="NextReminderAt">When the next one is due; null when there will be none.</param>
/// <param name="AcknowledgedBy">Who has taken it on; null while nobody has.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <param name="Note">What they said about it.</param>
/// <param name="MutedUntil">Until when nothing more is told of it but its end.</param>
public sealed record TellingView(
    DateTimeOffset ToldAt, int Reminders, DateTimeOffset? NextReminderAt, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt, string? Note, DateTimeOffset? MutedUntil)
{
    internal static TellingView Of(OpenIncident open) => new(
        open.ToldAt, open.Reminders, open.NextReminderAt, open.Acknowledged?.By, open.Acknowledged?.At, open.Acknowledged?.Note, open.MutedUntil);
}

/// <summary>Somebody takes an outage on.</summary>
/// <param name="Note">What they say about it; at most 300 characters.</param>
public sealed record AcknowledgeBody(string? Note = null);

/// <summary>For how long nothing is told of an outage but its end.</summary>
/// <param name="Seconds">From a minute to 30 days.</param>
public sealed record MuteBody(double Seconds);
