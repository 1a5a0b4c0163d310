using System.Text.Json.Serialization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Maintenance;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Everything that is set, without secrets. A contract, published as <c>docs/export.schema.json</c>: fields are only ever added.</summary>
internal sealed record ExportShape(
    string Format, int Version, DateTimeOffset ExportedAt, IReadOnlyList<ExportedWebsiteShape> Websites, IReadOnlyList<ExportedOwnerShape> Owners);

/// <summary>A website and how it is watched, under the names of <see cref="WebsiteShape"/>. What is as configured is absent.</summary>
internal sealed record ExportedWebsiteShape(string Url, string Name, string Owner, IReadOnlyList<string> Tags, double IntervalSeconds, bool Paused)
{
    /// <summary>How much later a job may call; only for a heartbeat.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? GraceSeconds { get; init; }

    /// <inheritdoc cref="WebsiteShape.TimeoutSeconds"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TimeoutSeconds { get; init; }

    /// <inheritdoc cref="WebsiteShape.Accept"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Accept { get; init; }

    /// <inheritdoc cref="WebsiteShape.SlowAfterSeconds"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SlowAfterSeconds { get; init; }

    /// <inheritdoc cref="WebsiteShape.CertificateWarnings"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CertificateWarnings { get; init; }

    /// <inheritdoc cref="WebsiteShape.DomainWarnings"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DomainWarnings { get; init; }

    /// <inheritdoc cref="WebsiteShape.Parent"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parent { get; init; }

    /// <inheritdoc cref="WebsiteShape.Settings"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SettingsShape? Settings { get; init; }

    public static ExportedWebsiteShape Of(WebsiteStatus status) => new(
        status.Url.Text, status.Settings.Name, status.Owner.Text, status.Settings.Tags,
        (status.Settings.Heartbeat?.Every ?? status.Settings.Interval).TotalSeconds, status.Standing == Standing.Paused)
    {
        GraceSeconds = status.Settings.Heartbeat?.Grace.TotalSeconds,
        TimeoutSeconds = status.Settings.Timeout?.TotalSeconds,
        Accept = status.Settings.Accept == AcceptedStatuses.Default ? null : status.Settings.Accept.Text,
        SlowAfterSeconds = status.Settings.Warnings?.SlowAfter?.TotalSeconds,
        CertificateWarnings = status.Settings.Warnings?.Certificate,
        DomainWarnings = status.Settings.Warnings?.Domain,
        Parent = status.Settings.Parent?.Text,
        Settings = SettingsShape.Of(status.Settings),
    };
}

/// <summary>An owner and how they are told; secrets are masked.</summary>
internal sealed record ExportedOwnerShape(
    string Id, IReadOnlyList<string> Emails, IReadOnlyList<ChannelShape> Channels, QuietHoursShape? QuietHours, ReportShape? Report, IReadOnlyList<MaintenanceShape> Maintenance)
{
    /// <summary>How long their alerts are gathered for one message; absent when it is as configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DigestWindowSeconds { get; init; }

    public static ExportedOwnerShape Of(OwnerStatus owner, IReadOnlyList<PlannedMaintenance> windows) => new(
        owner.Id.Text,
        [.. owner.Emails.Select(email => email.Text)],
        [.. owner.Channels.Select(ChannelShape.Of)],
        owner.Quiet is { } quiet ? QuietHoursShape.Of(quiet) : null,
        owner.Report is { } report ? ReportShape.Of(report) : null,
        [.. windows.Select(MaintenanceShape.Of)])
    {
        DigestWindowSeconds = owner.DigestWindow?.TotalSeconds,
    };
}
