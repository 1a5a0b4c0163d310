using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Writes incidents. One that has ended stays as it is.</summary>
internal static class IncidentColumns
{
    private const string Sql =
        """
        insert into incident as i (id, website_id, started_at, ended_at, failure, owner, url, sentence, cause, sightings, maintenance)
        select * from unnest(@id, @website, @started, @ended, @failure, @owner, @url, @sentence, @cause, @sightings, @maintenance)
          as b(id, website_id, started_at, ended_at, failure, owner, url, sentence, cause, sightings, maintenance)
        order by id
        on conflict (id) do update set
          started_at = excluded.started_at, ended_at = excluded.ended_at, failure = excluded.failure, owner = excluded.owner,
          url = excluded.url, sentence = excluded.sentence, cause = excluded.cause,
          sightings = excluded.sightings, maintenance = excluded.maintenance
        where i.ended_at is null
        """;

    public static NpgsqlBatchCommand Upsert(IReadOnlyCollection<Incident> rows) => new(Sql)
    {
        Parameters =
        {
            Columns.Of("id", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Id)),
            Columns.Of("website", NpgsqlDbType.Uuid, rows, row => row.Website.Value),
            Columns.Of("started", NpgsqlDbType.TimestampTz, rows, row => row.StartedAt.UtcDateTime),
            Columns.Of("ended", NpgsqlDbType.TimestampTz, rows, row => row.EndedAt?.UtcDateTime),
            Columns.Of("failure", NpgsqlDbType.Smallint, rows, row => (short)row.Problem.Kind),
            Columns.Of("owner", NpgsqlDbType.Text, rows, row => row.Owner.Text),
            Columns.Of("url", NpgsqlDbType.Text, rows, row => row.Url.Text),
            Columns.Of("sentence", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Problem.Sentence)),
            Columns.Of("cause", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Problem.Cause)),
            Columns.Of("sightings", NpgsqlDbType.Jsonb, rows, row => StoredSightings.Write(row.Sightings)),
            Columns.Of("maintenance", NpgsqlDbType.Boolean, rows, row => row.IsDuringMaintenance),
        },
    };
}
