using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>One change that <c>squirrel watch</c> saw: a website went down, or came back up.</summary>
internal sealed record ChangeShape(
    DateTimeOffset At, string Standing, string Id, string Url, string Owner, string IncidentId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Reason)
{
    public static ChangeShape Of(Incident incident) => new(
        incident.EndedAt ?? incident.StartedAt,
        incident.EndedAt is null ? "down" : "up",
        incident.Website.ToString(),
        incident.Url.Text,
        incident.Owner.Text,
        incident.Id,
        incident.StartedAt,
        incident.EndedAt,
        incident.Problem.Sentence);
}
