using UptimeSquirrel.Maintenance;

namespace UptimeSquirrel.Client.Maintenance;

/// <summary>A maintenance window in JSON. A contract: fields are only ever added.</summary>
internal sealed record MaintenanceShape(
    string Id,
    string Owner,
    string? Url,
    string? Tag,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Cron,
    double? LengthSeconds,
    string Zone,
    DateTimeOffset? NowUntil,
    DateTimeOffset? NextFrom,
    DateTimeOffset? NextTo)
{
    public static MaintenanceShape Of(PlannedMaintenance planned) => new(
        planned.Window.Id,
        planned.Window.Owner.Text,
        planned.Window.Url?.Text,
        planned.Window.Tag,
        planned.Window.From,
        planned.Window.To,
        planned.Window.Cron,
        planned.Window.Length?.TotalSeconds,
        planned.Window.Zone,
        planned.Now?.To,
        planned.Next?.From,
        planned.Next?.To);
}
