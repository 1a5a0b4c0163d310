using System.Text.Json.Serialization;
using UptimeSquirrel.Checks;
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
    /// <summary>What was said about it beyond that; absent when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SettingsShape? Settings { get; init; }

    /// <summary>The longest one check may take; absent when it is as configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TimeoutSeconds { get; init; }

    /// <summary>The final statuses that count as up; absent for 200-399.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Accept { get; init; }

    /// <summary>When it is called slow; absent for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SlowAfterSeconds { get; init; }

    /// <summary>False when nobody is told that its certificate expires soon; absent when somebody is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CertificateWarnings { get; init; }

    /// <summary>False when nobody is told that its domain expires soon; absent when somebody is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DomainWarnings { get; init; }

    /// <summary>Expiry dates and slowness, where anything is known; in lists what its owner was warned of.</summary>
    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WarningsShape? Warnings { get; init; }

    /// <summary>When the job called, and has to; only for a heartbeat.</summary>
    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeartbeatShape? Heartbeat { get; init; }

    /// <summary>Where the job has to call; only for a heartbeat, and for who asked for it.</summary>
    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CallsTo { get; init; }

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
        (status.Settings.Heartbeat?.Every ?? status.Settings.Interval).TotalSeconds,
        LookShape.Of(status.LastCheck),
        status.Incident is { } incident ? new OpenIncidentShape(incident.StartedAt, incident.Reason) : null,
        SightingShape.Of(status.Sightings))
    {
        Settings = SettingsShape.Of(status.Settings),
        TimeoutSeconds = status.Settings.Timeout?.TotalSeconds,
        Accept = status.Settings.Accept == AcceptedStatuses.Default ? null : status.Settings.Accept.Text,
        SlowAfterSeconds = status.Settings.Warnings?.SlowAfter?.TotalSeconds,
        CertificateWarnings = status.Settings.Warnings?.Certificate,
        DomainWarnings = status.Settings.Warnings?.Domain,
        Warnings = WarningsShape.Of(status.Warnings),
        Heartbeat = HeartbeatShape.Of(status),
        Parent = status.Settings.Parent?.Text,
        Quiet = QuietShape.Of(status.Quiet),
    };
}

/// <summary>What is wrong with a website now.</summary>
internal sealed record OpenIncidentShape(DateTimeOffset StartedAt, string Reason);
