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
    /// <summary>The address of the website it depends on; left out when it depends on none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parent { get; init; }

    /// <summary>Why less is told about it than happens to it; left out nearly always.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuietShape? Quiet { get; init; }

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
        Parent = status.Settings.Parent?.Text,
        Quiet = QuietShape.Of(status.Quiet),
    };
}

/// <summary>What is wrong with a website now.</summary>
internal sealed record OpenIncidentShape(DateTimeOffset StartedAt, string Reason);
