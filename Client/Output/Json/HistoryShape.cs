using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Part of a website's past, newest first.</summary>
internal sealed record HistoryShape(
    string Id, string Url, string Owner, DateTimeOffset Since, IReadOnlyList<HistoryCheckShape> Checks, IReadOnlyList<IncidentShape> Incidents)
{
    public static HistoryShape Of(WebsiteStatus status, DateTimeOffset since, WebsiteHistory history) => new(
        status.Id.ToString(),
        status.Url.Text,
        status.Owner.Text,
        since,
        [.. history.Checks.Select(HistoryCheckShape.Of)],
        [.. history.Incidents.Select(IncidentShape.Of)]);
}

/// <summary>One check of the past. One that is doubted does not count: the silo that looked did not trust its own eyes. Nor does one in maintenance, or one that saw nothing.</summary>
internal sealed record HistoryCheckShape(DateTimeOffset At, int? StatusCode, long LatencyMs, bool Healthy, string? Reason, bool Doubted, bool Maintenance, bool Unseen)
{
    public static HistoryCheckShape Of(CheckSummary check) =>
        new(check.At, check.StatusCode, Wording.Milliseconds(check.Latency), check.IsHealthy, check.Reason, check.IsDoubted, check.IsInMaintenance, check.IsUnseen);
}

/// <summary>One incident.</summary>
internal sealed record IncidentShape(string Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Reason, string Cause, IReadOnlyList<SightingShape> Sightings, bool DuringMaintenance)
{
    public static IncidentShape Of(Incident incident) =>
        new(incident.Id, incident.StartedAt, incident.EndedAt, incident.Problem.Sentence, incident.Problem.Cause, SightingShape.Of(incident.Sightings),
            incident.IsDuringMaintenance);
}
