using Npgsql;
using NpgsqlTypes;

namespace UptimeSquirrel.Adapters.Database.Postgres.GrainStates;

/// <summary>Reads and writes the states of many grains with one statement, in the table of Orleans' provider and by its rules.</summary>
internal sealed class StateRows(UptimeDatabase database)
{
    // "lateral … offset 0" finds each row by its key: a join is planned by what the server knows of the table, and while it is new that is to read all of it for each batch.
    private const string Keyed =
        "s.state_name = a.state_name and s.key_n1 = a.key_n1 and s.key_n0 = a.key_n0 and s.key_text = '' and s.service_id = @service";

    internal const string ReadSql =
        $"""
        select a.place, s.version, s.payload
        from unnest(@names, @n1s, @n0s) with ordinality as a(state_name, key_n1, key_n0, place)
        cross join lateral (select s.version, s.payload from us_grain_state s where {Keyed} offset 0) as s
        """;

    internal const string WriteSql =
        $"""
        with batch as (
          select * from unnest(@names, @n1s, @n0s, @versions, @payloads) with ordinality as b(state_name, key_n1, key_n0, expected, payload, place)),
        updated as (
          update us_grain_state s set payload = b.payload, version = s.version + 1, modified_at = now()
          from (
            select a.place, a.payload, a.expected, s.row from batch as a
            cross join lateral (select s.ctid as row from us_grain_state s where {Keyed} and s.version = a.expected offset 0) as s) as b
          where s.ctid = b.row and s.version = b.expected
          returning b.place, s.version),
        inserted as (
          insert into us_grain_state (service_id, state_name, key_n1, key_n0, version, payload)
          select @service, state_name, key_n1, key_n0, 1, payload from batch where expected is null order by state_name, key_n1, key_n0
          on conflict do nothing
          returning state_name, key_n1, key_n0, version)
        select place, version from updated
        union all
        select b.place, i.version from inserted i join batch b using (state_name, key_n1, key_n0)
        """;

    /// <summary>What is stored, in the order of the keys.</summary>
    public async Task<IReadOnlyList<StoredState>> ReadAsync(IReadOnlyList<StateKey> keys)
    {
        await using var connection = (NpgsqlConnection)await database.GrainState.OpenConnectionAsync();
        var command = new NpgsqlBatchCommand(ReadSql);
        AddKeys(command, keys);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { ByIndex.Command(), command } };
        var found = new StoredState[keys.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            found[reader.GetInt64(0) - 1] = new StoredState(reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2));
        return found;
    }

    /// <summary>The new version of each, in their order; null where another version was there than expected, and nothing was written.</summary>
    public async Task<IReadOnlyList<int?>> WriteAsync(IReadOnlyList<StateWrite> writes)
    {
        await using var connection = (NpgsqlConnection)await database.GrainState.OpenConnectionAsync();
        var command = new NpgsqlBatchCommand(WriteSql);
        AddKeys(command, [.. writes.Select(write => write.Key)]);
        command.Parameters.Add(Columns.Of("versions", NpgsqlDbType.Integer, writes, write => write.Expected));
        command.Parameters.Add(Columns.Of("payloads", NpgsqlDbType.Bytea, writes, write => write.Payload));
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { ByIndex.Command(), command } };
        var versions = new int?[writes.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            versions[reader.GetInt64(0) - 1] = reader.GetInt32(1);
        return versions;
    }

    private static void AddKeys(NpgsqlBatchCommand command, IReadOnlyList<StateKey> keys)
    {
        command.Parameters.AddWithValue("service", ClusterDefaults.ServiceId);
        command.Parameters.Add(Columns.Of("names", NpgsqlDbType.Text, keys, key => key.Name));
        command.Parameters.Add(Columns.Of("n1s", NpgsqlDbType.Bigint, keys, key => key.N1));
        command.Parameters.Add(Columns.Of("n0s", NpgsqlDbType.Bigint, keys, key => key.N0));
    }
}
