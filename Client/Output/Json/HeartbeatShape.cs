using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>A job's calls in JSON.</summary>
internal sealed record HeartbeatShape(double EverySeconds, double GraceSeconds, DateTimeOffset? HeardAt, DateTimeOffset DueAt)
{
    public static HeartbeatShape? Of(WebsiteStatus status) => status is { Heartbeat: { } heard, Settings.Heartbeat: { } rhythm }
        ? new(rhythm.Every.TotalSeconds, rhythm.Grace.TotalSeconds, heard.HeardAt, heard.DueAt)
        : null;
}
