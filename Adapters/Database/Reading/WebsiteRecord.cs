using System.Text.Json;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>A website with its last check, as a query returns them.</summary>
internal sealed class WebsiteRecord
{
    /// <summary>What every query selects, of the tables website as w and last_check as l.</summary>
    public const string Columns =
        """
        w.id, w.standing, w.since, w.registered_at as RegisteredAt, w.interval_ms as IntervalMs, w.timeout_ms as TimeoutMs,
          w.incident_started_at as IncidentStartedAt, w.incident_reason as IncidentReason, w.owner, w.url, w.name, w.accept, w.tags as Tags,
          l.at as LastAt, coalesce(l.latency_us, 0) as LastLatencyUs, l.status as LastStatus, coalesce(l.failure, 0) as LastFailure, l.reason as LastReason
        """;

    public Guid Id { get; init; }
    public int Standing { get; init; }
    public DateTimeOffset Since { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }
    public long IntervalMs { get; init; }
    public long? TimeoutMs { get; init; }
    public DateTimeOffset? IncidentStartedAt { get; init; }
    public string? IncidentReason { get; init; }
    public string Owner { get; init; } = "";
    public string Url { get; init; } = "";
    public string Name { get; init; } = "";
    public string Accept { get; init; } = "";

    /// <summary>PostgreSQL has arrays; SQLite keeps a JSON array.</summary>
    public object Tags { get; init; } = "[]";
    public int Badness { get; init; }
    public string SortName { get; init; } = "";
    public DateTimeOffset? LastAt { get; init; }
    public int LastLatencyUs { get; init; }
    public int? LastStatus { get; init; }
    public int LastFailure { get; init; }
    public string? LastReason { get; init; }
    public DateTimeOffset? SlowSince { get; init; }
    public DateTimeOffset? CertificateExpiresAt { get; init; }
    public DateTimeOffset? DomainExpiresAt { get; init; }
    public string? Settings { get; init; }

    public WebsiteStatus ToStatus() => new()
    {
        Id = new WebsiteId(Id),
        Url = WebsiteUrl.Parse(Url),
        Owner = OwnerId.Parse(Owner),
        Settings = StoredSettings.Add(
            new WebsiteSettings
            {
                Name = Name,
                Interval = TimeSpan.FromMilliseconds(IntervalMs),
                Timeout = TimeoutMs is { } timeout ? TimeSpan.FromMilliseconds(timeout) : null,
                Accept = Accept == AcceptedStatuses.Default.Text ? AcceptedStatuses.Default : AcceptedStatuses.Parse(Accept),
                Tags = Tags as string[] ?? JsonSerializer.Deserialize<string[]>((string)Tags)!,
            },
            Settings),
        Standing = (Standing)Standing,
        Since = Since,
        LastCheck = LastAt is { } at
            ? new CheckSummary(at, LastStatus, TimeSpan.FromMicroseconds(LastLatencyUs), LastFailure == (int)FailureKind.None, LastReason)
            {
                IsUnseen = FailureKinds.IsNoNews((FailureKind)LastFailure),
            }
            : null,
        Warnings = SlowSince is null && CertificateExpiresAt is null && DomainExpiresAt is null
            ? null
            : new WebsiteWarnings { SlowSince = SlowSince, CertificateExpiresAt = CertificateExpiresAt, DomainExpiresAt = DomainExpiresAt },
        Incident = IncidentStartedAt is { } started ? new IncidentSummary(started, IncidentReason ?? "") : null,
    };
}
