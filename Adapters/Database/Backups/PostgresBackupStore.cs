using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Postgres;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>A PostgreSQL database. Silos may go on writing while it is read: a transaction with repeatable reads sees what was there when it began.</summary>
internal sealed class PostgresBackupStore : IBackupStore
{
    private const int NoLimit = 0;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresBackupStore(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<PostgresBackupStore> OpenAsync(UptimeDatabase database, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)await database.Reading.OpenConnectionAsync(cancellationToken);
        try
        {
            return new PostgresBackupStore(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<object?[]> ReadAsync(BackupTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {table.ColumnNames} from {table.Name}", _connection, _transaction) { CommandTimeout = NoLimit };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = await reader.IsDBNullAsync(i, cancellationToken) ? null : Read(reader, i, table.Columns[i].Kind);
            yield return values;
        }
    }

    public async Task<bool> IsEmptyAsync(BackupTable table, CancellationToken cancellationToken) =>
        !await _connection.ExecuteScalarAsync<bool>(Definition($"select exists (select 1 from {table.Name})", cancellationToken));

    public Task ClearAsync(BackupTable table, CancellationToken cancellationToken) => _connection.ExecuteAsync(Definition($"truncate table {table.Name}", cancellationToken));

    public async Task MakeDaysAsync(IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
            await _connection.ExecuteAsync(Definition(PostgresDays.MakeSql(day), cancellationToken));
    }

    public async Task WriteAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var types = await TypesAsync(table, cancellationToken);
        await using (var import = await _connection.BeginBinaryImportAsync($"copy {table.Name} ({table.ColumnNames}) from stdin (format binary)", cancellationToken))
        {
            import.Timeout = TimeSpan.Zero;
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                await import.StartRowAsync(cancellationToken);
                for (var i = 0; i < row.Length; i++)
                    if (row[i] is { } value)
                        await import.WriteAsync(Stored(value, types[i]), types[i], cancellationToken);
                    else
                        await import.WriteNullAsync(cancellationToken);
            }
            await import.CompleteAsync(cancellationToken);
        }

        // The next number that the database counts itself has to be one that nobody has.
        if (table.CountedColumn is { } counted)
            await _connection.ExecuteAsync(Definition(
                $"select setval(pg_get_serial_sequence('{table.Name}', '{counted}'), greatest(max({counted}), 1), max({counted}) is not null) from {table.Name}", cancellationToken));
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<NpgsqlDbType[]> TypesAsync(BackupTable table, CancellationToken cancellationToken)
    {
        var found = await _connection.QueryAsync<(string Name, string Type)>(Definition(
            $"select column_name, udt_name from information_schema.columns where table_schema = current_schema() and table_name = '{table.Name}'", cancellationToken));
        var types = found.ToDictionary(column => column.Name, column => column.Type);
        return [.. table.Columns.Select(column => TypeOf(types[column.Name]))];
    }

    private static NpgsqlDbType TypeOf(string name) => name switch
    {
        "int2" => NpgsqlDbType.Smallint,
        "int4" => NpgsqlDbType.Integer,
        "int8" => NpgsqlDbType.Bigint,
        "bool" => NpgsqlDbType.Boolean,
        "timestamptz" => NpgsqlDbType.TimestampTz,
        "date" => NpgsqlDbType.Date,
        "uuid" => NpgsqlDbType.Uuid,
        "jsonb" => NpgsqlDbType.Jsonb,
        "bytea" => NpgsqlDbType.Bytea,
        "_text" => NpgsqlDbType.Array | NpgsqlDbType.Text,
        _ => NpgsqlDbType.Text,
    };

    private static object Read(NpgsqlDataReader reader, int i, ColumnKind kind) => kind switch
    {
        ColumnKind.Number => Convert.ToInt64(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture),
        ColumnKind.Moment or ColumnKind.WrittenMoment => StoredNumbers.UnixMicroseconds(reader.GetFieldValue<DateTimeOffset>(i)),
        ColumnKind.Day => StoredNumbers.UnixMicroseconds(new DateTimeOffset(reader.GetFieldValue<DateOnly>(i).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
        ColumnKind.Switch => reader.GetBoolean(i),
        ColumnKind.Id => reader.GetGuid(i).ToString(),
        ColumnKind.Texts => reader.GetFieldValue<string[]>(i),
        ColumnKind.Json => RowText.Canonical(reader.GetString(i)),
        ColumnKind.Bytes => reader.GetFieldValue<byte[]>(i),
        _ => reader.GetString(i),
    };

    private static object Stored(object value, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Smallint => checked((short)(long)value),
        NpgsqlDbType.Integer => checked((int)(long)value),
        NpgsqlDbType.TimestampTz => StoredNumbers.FromUnixMicroseconds((long)value).UtcDateTime,
        NpgsqlDbType.Date => DateOnly.FromDateTime(StoredNumbers.FromUnixMicroseconds((long)value).UtcDateTime),
        NpgsqlDbType.Uuid => Guid.Parse((string)value),
        _ => value,
    };

    private CommandDefinition Definition(string text, CancellationToken cancellationToken) => new(text, transaction: _transaction, commandTimeout: NoLimit, cancellationToken: cancellationToken);
}
