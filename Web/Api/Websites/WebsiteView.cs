using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>A website as it is shown.</summary>
public sealed record WebsiteView
{
    /// <summary>Names it in every route.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its address in the one canonical spelling.</summary>
    public required string Url { get; init; }

    /// <summary>Who is told about it.</summary>
    public required string Owner { get; init; }

    /// <summary>In which way it is checked.</summary>
    public required WebsiteKind Kind { get; init; }

    /// <summary>What it is now.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Since when it is that.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How it is watched.</summary>
    public required SettingsView Settings { get; init; }

    /// <summary>The latest look at it; null when there was none yet.</summary>
    public CheckView? LastCheck { get; init; }

    /// <summary>What is wrong with it now; null when nothing is.</summary>
    public IncidentNote? Incident { get; init; }

    /// <summary>When its certificate expires; null when that is not known.</summary>
    public DateTimeOffset? CertificateExpiresAt { get; init; }

    /// <summary>When its domain expires; null when that is not known.</summary>
    public DateTimeOffset? DomainExpiresAt { get; init; }

    /// <summary>Since when it is slow; null when it is not.</summary>
    public DateTimeOffset? SlowSince { get; init; }

    /// <summary>When the maintenance ends that is now; null when there is none, and in lists.</summary>
    public DateTimeOffset? MaintenanceUntil { get; init; }

    /// <summary>When the job called last, and when it is expected; null for everything but a heartbeat, and in lists.</summary>
    public HeartbeatView? Heartbeat { get; init; }

    /// <summary>Who saw what when other silos were last asked, while suspect or down.</summary>
    public IReadOnlyList<SightingView> Sightings { get; init; } = [];

    internal static WebsiteView Of(WebsiteStatus status) => new()
    {
        Id = status.Id.Value,
        Url = status.Url.Text,
        Owner = status.Owner.Text,
        Kind = status.Url.Kind,
        Standing = status.Standing,
        Since = status.Since,
        Settings = SettingsView.Of(status.Settings),
        LastCheck = status.LastCheck is { } check ? CheckView.Of(check, null) : null,
        Incident = status.Incident is { } incident ? new IncidentNote(incident.StartedAt, incident.Reason) : null,
        CertificateExpiresAt = status.Warnings?.CertificateExpiresAt,
        DomainExpiresAt = status.Warnings?.DomainExpiresAt,
        SlowSince = status.Warnings?.SlowSince,
        MaintenanceUntil = status.Quiet?.MaintenanceUntil,
        Heartbeat = status.Heartbeat is { } heartbeat ? new HeartbeatView(heartbeat.HeardAt, heartbeat.DueAt) : null,
        Sightings = [.. status.Sightings.Select(SightingView.Of)],
    };
}

/// <summary>What is wrong with a website.</summary>
/// <param name="StartedAt">The first failed check.</param>
/// <param name="Reason">What that check met, in one sentence.</param>
public sealed record IncidentNote(DateTimeOffset StartedAt, string Reason);

/// <summary>When a job calls.</summary>
/// <param name="HeardAt">When it called last; null when it never did.</param>
/// <param name="DueAt">When it is missed unless it calls before; null when nothing is expected of it.</param>
public sealed record HeartbeatView(DateTimeOffset? HeardAt, DateTimeOffset? DueAt);

/// <summary>What one silo saw.</summary>
/// <param name="Silo">Its name.</param>
/// <param name="Region">Where it stands.</param>
/// <param name="At">When it looked.</param>
/// <param name="LatencySeconds">How long it took, in seconds.</param>
/// <param name="Status">The final HTTP status; null when there was no answer.</param>
/// <param name="Problem">What was wrong; null when nothing was.</param>
public sealed record SightingView(string Silo, string Region, DateTimeOffset At, double LatencySeconds, int? Status, string? Problem)
{
    internal static SightingView Of(Sighting sighting) =>
        new(sighting.Silo, sighting.Region, sighting.At, sighting.Took.TotalSeconds, sighting.StatusCode, sighting.Problem?.Sentence);
}
