using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Writes the list of websites.</summary>
internal static class WebsiteColumns
{
    private const char TagSeparator = '\u001F';

    private const string UpsertSql =
        """
        insert into website as w (id, version, standing, since, registered_at, interval_ms, timeout_ms,
          incident_started_at, incident_reason, owner, url, name, accept, tags, search, slow_since, certificate_expires_at, domain_expires_at, settings)
        select id, version, standing, since, registered_at, interval_ms, timeout_ms,
          incident_started_at, incident_reason, owner, url, name, accept, string_to_array(tags, chr(31)), search,
          slow_since, certificate_expires_at, domain_expires_at, settings
        from unnest(@id, @version, @standing, @since, @registered, @interval, @timeout, @incident, @reason, @owner, @url, @name, @accept, @tags, @search,
            @slow, @certificate, @domain, @settings)
          as b(id, version, standing, since, registered_at, interval_ms, timeout_ms,
               incident_started_at, incident_reason, owner, url, name, accept, tags, search, slow_since, certificate_expires_at, domain_expires_at, settings)
        order by id
        on conflict (id) do update set
          version = excluded.version, standing = excluded.standing, since = excluded.since, registered_at = excluded.registered_at,
          interval_ms = excluded.interval_ms, timeout_ms = excluded.timeout_ms, incident_started_at = excluded.incident_started_at,
          incident_reason = excluded.incident_reason, owner = excluded.owner, url = excluded.url, name = excluded.name,
          accept = excluded.accept, tags = excluded.tags, search = excluded.search, slow_since = excluded.slow_since,
          certificate_expires_at = excluded.certificate_expires_at, domain_expires_at = excluded.domain_expires_at, settings = excluded.settings
        where w.version < excluded.version
        """;

    // What is left of the website after the first statement was registered after the removal: then only what is older goes.
    private static readonly string[] _removals =
    [
        "delete from website t using unnest(@id, @version) r(id, version) where t.id = r.id and t.version <= r.version",
        Forget("last_check", "t.at"),
        Forget("check_result", "t.at"),
        Forget("uptime_hour", "t.hour + interval '1 hour'"),
        Forget("uptime_day", "(t.day + 1)::timestamp at time zone 'UTC'"),
        Forget("incident", "t.started_at"),
    ];

    public static NpgsqlBatchCommand Upsert(IReadOnlyCollection<WebsiteRow> rows) => new(UpsertSql)
    {
        Parameters =
        {
            Columns.Of("id", NpgsqlDbType.Uuid, rows, row => row.Id.Value),
            Columns.Of("version", NpgsqlDbType.Bigint, rows, row => row.Version),
            Columns.Of("standing", NpgsqlDbType.Smallint, rows, row => (short)row.Standing),
            Columns.Of("since", NpgsqlDbType.TimestampTz, rows, row => row.Since.UtcDateTime),
            Columns.Of("registered", NpgsqlDbType.TimestampTz, rows, row => row.RegisteredAt.UtcDateTime),
            Columns.Of("interval", NpgsqlDbType.Bigint, rows, row => (long)row.Settings.Interval.TotalMilliseconds),
            Columns.Of("timeout", NpgsqlDbType.Bigint, rows, row => (long?)row.Settings.Timeout?.TotalMilliseconds),
            Columns.Of("incident", NpgsqlDbType.TimestampTz, rows, row => row.Incident?.StartedAt.UtcDateTime),
            Columns.Of("reason", NpgsqlDbType.Text, rows, row => StoredText.CleanOrNull(row.Incident?.Reason)),
            Columns.Of("owner", NpgsqlDbType.Text, rows, row => row.Owner.Text),
            Columns.Of("url", NpgsqlDbType.Text, rows, row => row.Url.Text),
            Columns.Of("name", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Settings.Name)),
            Columns.Of("accept", NpgsqlDbType.Text, rows, row => row.Settings.Accept.Text),
            Columns.Of("tags", NpgsqlDbType.Text, rows, row => string.Join(TagSeparator, row.Settings.Tags.Select(StoredText.Clean))),
            Columns.Of("search", NpgsqlDbType.Text, rows, SearchText.Of),
            Columns.Of("slow", NpgsqlDbType.TimestampTz, rows, row => row.Warnings?.SlowSince?.UtcDateTime),
            Columns.Of("certificate", NpgsqlDbType.TimestampTz, rows, row => row.Warnings?.CertificateExpiresAt?.UtcDateTime),
            Columns.Of("domain", NpgsqlDbType.TimestampTz, rows, row => row.Warnings?.DomainExpiresAt?.UtcDateTime),
            Columns.Of("settings", NpgsqlDbType.Text, rows, row => StoredSettings.Write(row.Settings)),
        },
    };

    public static IEnumerable<NpgsqlBatchCommand> Remove(IReadOnlyCollection<RemovedWebsite> removed) => _removals.Select(sql =>
        new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                Columns.Of("id", NpgsqlDbType.Uuid, removed, row => row.Id.Value),
                Columns.Of("version", NpgsqlDbType.Bigint, removed, row => row.Version),
            },
        });

    // Joined, for "not exists" behind an "or" reads the whole list of websites, and that for every partition.
    private static string Forget(string table, string end) =>
        $"""
        delete from {table} t
        using (select b.id, to_timestamp(b.version / 1000.0) as at, w.id is null as is_gone
               from unnest(@id, @version) b(id, version) left join website w on w.id = b.id) r
        where t.website_id = r.id and ({end} <= r.at or r.is_gone)
        """;
}
