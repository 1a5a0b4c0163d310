using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>A SQLite file. A silo may go on writing while it is read: a transaction of a file with a write-ahead log sees what was there when it began.</summary>
internal sealed class SqliteBackupStore : IBackupStore
{
    private const string WrittenFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private SqliteBackupStore(SqliteConnection connection, SqliteTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<SqliteBackupStore> OpenAsync(UptimeDatabase database, bool isForReading, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await (isForReading ? database.Reading : database.GrainState).OpenConnectionAsync(cancellationToken);
        try
        {
            return new SqliteBackupStore(connection, connection.BeginTransaction(deferred: isForReading));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<object?[]> ReadAsync(BackupTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command($"select {table.ColumnNames} from {table.Name}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : Read(reader, i, table.Columns[i].Kind);
            yield return values;
        }
    }

    public async Task<bool> IsEmptyAsync(BackupTable table, CancellationToken cancellationToken) =>
        await _connection.ExecuteScalarAsync<long>(new CommandDefinition($"select exists (select 1 from {table.Name})", transaction: _transaction, cancellationToken: cancellationToken)) == 0;

    public Task ClearAsync(BackupTable table, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(new CommandDefinition($"delete from {table.Name}", transaction: _transaction, cancellationToken: cancellationToken));

    public Task MakeDaysAsync(IEnumerable<DateOnly> days, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task WriteAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        using var insert = new SqliteStatement(
            _connection, _transaction,
            $"insert into {table.Name} ({table.ColumnNames}) values ({string.Join(", ", table.Columns.Select(column => "@" + column.Name))})",
            [.. table.Columns.Select(column => column.Name)]);
        var values = new object?[table.Columns.Count];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = row[i] is null ? null : Stored(row[i]!, table.Columns[i].Kind);
            insert.Run(values);
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static object Read(SqliteDataReader reader, int i, ColumnKind kind) => kind switch
    {
        ColumnKind.Number or ColumnKind.Moment or ColumnKind.Day => reader.GetInt64(i),
        ColumnKind.WrittenMoment => StoredNumbers.UnixMicroseconds(new DateTimeOffset(DateTime.Parse(
            reader.GetString(i), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))),
        ColumnKind.Switch => reader.GetInt64(i) != 0,
        ColumnKind.Texts => JsonSerializer.Deserialize<string[]>(reader.GetString(i))!,
        ColumnKind.Json => RowText.Canonical(reader.GetString(i)),
        ColumnKind.Bytes => reader.GetFieldValue<byte[]>(i),
        _ => reader.GetString(i),
    };

    private static object Stored(object value, ColumnKind kind) => kind switch
    {
        ColumnKind.WrittenMoment => StoredNumbers.FromUnixMicroseconds((long)value).UtcDateTime.ToString(WrittenFormat, CultureInfo.InvariantCulture).TrimEnd('.'),
        ColumnKind.Switch => (bool)value ? 1L : 0L,
        ColumnKind.Texts => JsonSerializer.Serialize((IReadOnlyList<string>)value),
        _ => value,
    };

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, _transaction);
        return command;
    }
}
