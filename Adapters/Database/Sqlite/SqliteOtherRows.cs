using System.Text.Json;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Stores what happens rarely: websites, removals, incidents, deliveries and owners.</summary>
internal sealed class SqliteOtherRows(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly SqliteStatement _website = new(connection, transaction,
        """
        insert into website (id, version, standing, since, registered_at, interval_ms, timeout_ms,
          incident_started_at, incident_reason, owner, url, name, accept, tags, search, slow_since, certificate_expires_at, domain_expires_at, settings)
        values (@id, @version, @standing, @since, @registered, @interval, @timeout, @incident, @reason, @owner, @url, @name, @accept, @tags, @search,
          @slow, @certificate, @domain, @settings)
        on conflict (id) do update set
          version = excluded.version, standing = excluded.standing, since = excluded.since, registered_at = excluded.registered_at,
          interval_ms = excluded.interval_ms, timeout_ms = excluded.timeout_ms, incident_started_at = excluded.incident_started_at,
          incident_reason = excluded.incident_reason, owner = excluded.owner, url = excluded.url, name = excluded.name,
          accept = excluded.accept, tags = excluded.tags, search = excluded.search, slow_since = excluded.slow_since,
          certificate_expires_at = excluded.certificate_expires_at, domain_expires_at = excluded.domain_expires_at, settings = excluded.settings
        where website.version < excluded.version
        """,
        "id", "version", "standing", "since", "registered", "interval", "timeout", "incident", "reason",
        "owner", "url", "name", "accept", "tags", "search", "slow", "certificate", "domain", "settings");

    private readonly SqliteStatement _incident = new(connection, transaction,
        """
        insert into incident (id, website_id, started_at, ended_at, failure, owner, url, sentence, cause, sightings, maintenance)
        values (@id, @website, @started, @ended, @failure, @owner, @url, @sentence, @cause, @sightings, @maintenance)
        on conflict (id) do update set
          started_at = excluded.started_at, ended_at = excluded.ended_at, failure = excluded.failure, owner = excluded.owner,
          url = excluded.url, sentence = excluded.sentence, cause = excluded.cause,
          sightings = excluded.sightings, maintenance = excluded.maintenance
        where incident.ended_at is null
        """,
        "id", "website", "started", "ended", "failure", "owner", "url", "sentence", "cause", "sightings", "maintenance");

    private readonly SqliteStatement _delivery = new(connection, transaction,
        """
        insert into delivery (alert_id, channel, recipient, attempt, at, outcome, owner, answer, subject)
        values (@alert, @channel, @recipient, @attempt, @at, @outcome, @owner, @answer, @subject)
        on conflict do nothing
        """,
        "alert", "channel", "recipient", "attempt", "at", "outcome", "owner", "answer", "subject");

    private readonly SqliteStatement _owner = new(connection, transaction,
        """
        insert into owner (id, version, contacts, changed_at)
        values (@id, @version, @contacts, cast((julianday('now') - 2440587.5) * 86400000000 as integer))
        on conflict (id) do update set version = excluded.version, contacts = excluded.contacts, changed_at = excluded.changed_at
        where owner.version < excluded.version
        """,
        "id", "version", "contacts");

    private readonly SqliteStatement _removal = new(connection, transaction,
        $"""
        delete from website where id = @id and version <= @version;
        delete from last_check where {Removed("at")};
        delete from check_result where {Removed("at")};
        delete from uptime_hour where {Removed($"hour + {SqliteChecks.Hour}")};
        delete from uptime_day where {Removed($"day + {SqliteChecks.Day}")};
        delete from incident where {Removed("started_at")};
        """,
        "id", "version");

    public void Store(WebsiteRow row) => _website.Run(
        row.Id.ToString(), row.Version, (int)row.Standing,
        StoredNumbers.UnixMicroseconds(row.Since), StoredNumbers.UnixMicroseconds(row.RegisteredAt),
        (long)row.Settings.Interval.TotalMilliseconds, (long?)row.Settings.Timeout?.TotalMilliseconds,
        Moment(row.Incident?.StartedAt), StoredText.CleanOrNull(row.Incident?.Reason),
        row.Owner.Text, row.Url.Text, StoredText.Clean(row.Settings.Name), row.Settings.Accept.Text,
        JsonSerializer.Serialize(row.Settings.Tags.Select(StoredText.Clean)), SearchText.Of(row),
        Moment(row.Warnings?.SlowSince), Moment(row.Warnings?.CertificateExpiresAt), Moment(row.Warnings?.DomainExpiresAt), StoredSettings.Write(row.Settings));

    public void Store(Incident row) => _incident.Run(
        StoredText.Clean(row.Id), row.Website.ToString(), StoredNumbers.UnixMicroseconds(row.StartedAt),
        Moment(row.EndedAt), (int)row.Problem.Kind, row.Owner.Text, row.Url.Text,
        StoredText.Clean(row.Problem.Sentence), StoredText.Clean(row.Problem.Cause), StoredSightings.Write(row.Sightings),
        row.IsDuringMaintenance ? 1 : 0);

    public void Store(Delivery row) => _delivery.Run(
        StoredText.Clean(row.AlertId), StoredText.Clean(row.Channel), StoredText.Clean(row.Recipient), row.Attempt,
        StoredNumbers.UnixMicroseconds(row.At), (int)row.Outcome, row.Owner.Text, StoredText.Clean(row.Answer), StoredText.Clean(row.Subject));

    public void Store(OwnerRow row) => _owner.Run(row.Id.Text, row.Version, StoredText.Clean(row.Contacts.ToJson()));

    public void Remove(RemovedWebsite removed) => _removal.Run(removed.Id.ToString(), removed.Version);

    public void Dispose()
    {
        _website.Dispose();
        _incident.Dispose();
        _delivery.Dispose();
        _owner.Dispose();
        _removal.Dispose();
    }

    private static long? Moment(DateTimeOffset? moment) => moment is { } at ? StoredNumbers.UnixMicroseconds(at) : null;

    // What is left of the website after the first statement was registered after the removal: then only what is older goes.
    private static string Removed(string end) =>
        $"website_id = @id and ({end} <= @version * 1000 or not exists (select 1 from website where id = @id))";
}
