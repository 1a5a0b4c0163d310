using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Writes how owners are reached.</summary>
internal static class OwnerColumns
{
    private const string UpsertSql =
        """
        insert into owner as o (id, version, contacts, changed_at)
        select id, version, contacts, clock_timestamp() from unnest(@id, @version, @contacts) as b(id, version, contacts)
        order by id
        on conflict (id) do update set version = excluded.version, contacts = excluded.contacts, changed_at = excluded.changed_at
        where o.version < excluded.version
        """;

    public static NpgsqlBatchCommand Upsert(IReadOnlyCollection<OwnerRow> rows) => new(UpsertSql)
    {
        Parameters =
        {
            Columns.Of("id", NpgsqlDbType.Text, rows, row => row.Id.Text),
            Columns.Of("version", NpgsqlDbType.Bigint, rows, row => row.Version),
            Columns.Of("contacts", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Contacts.ToJson())),
        },
    };
}
