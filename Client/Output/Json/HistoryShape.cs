using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Part of a website's past, newest first.</summary>
internal sealed record HistoryShape(
    string Id, string Url, string Owner, DateTimeOffset Since, IReadOnlyList<LookShape> Checks, IReadOnlyList<IncidentShape> Incidents)
{
    public static HistoryShape Of(WebsiteStatus status, DateTimeOffset since, WebsiteHistory history) => new(
        status.Id.ToString(),
        status.Url.Text,
        status.Owner.Text,
        since,
        [.. history.Checks.Select(check => LookShape.Of(check)!)],
        [.. history.Incidents.Select(IncidentShape.Of)]);
}

/// <summary>One incident.</summary>
internal sealed record IncidentShape(string Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Reason, string Cause, IReadOnlyList<SightingShape> Sightings)
{
    public static IncidentShape Of(Incident incident) =>
        new(incident.Id, incident.StartedAt, incident.EndedAt, incident.Problem.Sentence, incident.Problem.Cause, SightingShape.Of(incident.Sightings));
}
