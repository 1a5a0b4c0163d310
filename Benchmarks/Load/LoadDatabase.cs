using Microsoft.Data.Sqlite;
using Npgsql;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>The database of a run, and what can be asked of it from outside.</summary>
internal sealed class LoadDatabase : IAsyncDisposable
{
    // As a small machine would have it: everything is flushed to the disk.
    private static readonly string[] _settings =
    [
        "shared_buffers=1GB", "max_wal_size=4GB", "checkpoint_timeout=15min", "wal_compression=lz4", "max_connections=200", "logging_collector=off", "jit=off",
    ];

    // All that was written since the last checkpoint is read first.
    private static readonly TimeSpan _longestRecovery = TimeSpan.FromMinutes(10);

    private readonly LocalPostgres? _own;
    private readonly DirectoryInfo? _folder;

    private LoadDatabase(string connectionString, LocalPostgres? own, DirectoryInfo? folder) =>
        (ConnectionString, _own, _folder) = (connectionString, own, folder);

    public string ConnectionString { get; }

    public bool IsPostgres => _folder is null;

    /// <summary>The process that starts all others of the server; null when it is not ours.</summary>
    public int? ProcessId => _own?.ProcessId;

    /// <summary>What the server has cost since it was started; null when it is not ours.</summary>
    public TimeSpan? Processor => _own is null ? null : ProcessorTime.OfFamily(_own.ProcessId);

    /// <param name="database">"sqlite", "postgres" or a connection string of PostgreSQL.</param>
    public static async Task<LoadDatabase> OpenAsync(string database)
    {
        if (database == "postgres")
        {
            var programs = LocalPostgres.FindPrograms() ?? throw new InvalidOperationException("PostgreSQL is not installed below /usr/lib/postgresql: 'apt-get install postgresql' is enough.");
            var own = await LocalPostgres.StartAsync(programs, settings: _settings);
            return new LoadDatabase(own.ConnectionString, own, null);
        }

        if (database != "sqlite")
            return new LoadDatabase(database, null, null);
        var folder = Directory.CreateTempSubdirectory("uptimesquirrel-sqlite-");
        return new LoadDatabase($"Data Source={Path.Combine(folder.FullName, "uptimesquirrel.db")}", null, folder);
    }

    /// <summary>When each website is due: one of its moments and the interval, in milliseconds since 1970, by the text of its grain id.</summary>
    public async Task<Dictionary<string, (long First, long Period)>> ReadScheduleAsync(CancellationToken cancellationToken)
    {
        var sql = IsPostgres
            ? "select grain_id, (extract(epoch from start_at) * 1000)::bigint, period_ms from us_reminder where name = 'check'"
            : "select grain_id, cast(round((julianday(start_at) - 2440587.5) * 86400000) as integer), period_ms from us_reminder where name = 'check'";
        await using System.Data.Common.DbConnection connection = IsPostgres ? new NpgsqlConnection(ConnectionString) : new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var schedule = new Dictionary<string, (long, long)>();
        while (await reader.ReadAsync(cancellationToken))
            schedule[reader.GetString(0)] = (reader.GetInt64(1), reader.GetInt64(2));
        return schedule;
    }

    /// <summary>How many bytes of log PostgreSQL has written; null for SQLite.</summary>
    public async Task<long?> ReadWrittenAsync(CancellationToken cancellationToken)
    {
        if (!IsPostgres)
            return null;
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public Task KillAsync() => _own?.StopAsync() ?? Task.CompletedTask;

    public Task StartAgainAsync(CancellationToken cancellationToken) => _own?.StartAgainAsync(_longestRecovery).WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder?.Delete(recursive: true);
    }
}
