using System.Text.Json.Serialization;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>A website in JSON. A contract: fields are only ever added.</summary>
internal record WebsiteShape(
    string Id,
    string Url,
    string Name,
    string Owner,
    IReadOnlyList<string> Tags,
    string Standing,
    DateTimeOffset Since,
    double IntervalSeconds,
    LookShape? LastCheck,
    OpenIncidentShape? Incident,
    IReadOnlyList<SightingShape> Sightings)
{
    /// <summary>What was said about it beyond that; absent when nothing was, and in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SettingsShape? Settings { get; init; }

    public static WebsiteShape Of(WebsiteStatus status) => new(
        status.Id.ToString(),
        status.Url.Text,
        status.Settings.Name,
        status.Owner.Text,
        status.Settings.Tags,
        Wording.Of(status.Standing),
        status.Since,
        status.Settings.Interval.TotalSeconds,
        LookShape.Of(status.LastCheck),
        status.Incident is { } incident ? new OpenIncidentShape(incident.StartedAt, incident.Reason) : null,
        SightingShape.Of(status.Sightings))
    {
        Settings = SettingsShape.Of(status.Settings),
    };
}

/// <summary>What is wrong with a website now.</summary>
internal sealed record OpenIncidentShape(DateTimeOffset StartedAt, string Reason);
