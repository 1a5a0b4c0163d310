using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>An outage that is not over, as its owner was told of it.</summary>
internal sealed record ToldIncidentShape(
    string Id, string Url, DateTimeOffset StartedAt, DateTimeOffset ToldAt, int Reminders, DateTimeOffset? NextReminderAt, DateTimeOffset? MutedUntil,
    AcknowledgementShape? Acknowledged)
{
    public static ToldIncidentShape Of(OpenIncident open) => new(
        open.Id, open.Url.Text, open.StartedAt, open.ToldAt, open.Reminders, open.NextReminderAt, open.MutedUntil,
        open.Acknowledged is { } acknowledged ? new(acknowledged.By, acknowledged.At, acknowledged.Note) : null);
}

/// <summary>Who has taken it on.</summary>
internal sealed record AcknowledgementShape(string By, DateTimeOffset At, string? Note);
