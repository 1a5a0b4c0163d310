using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database.Postgres;
using UptimeSquirrel.Adapters.Database.Sqlite;

namespace UptimeSquirrel.Adapters.Database;

/// <inheritdoc cref="IDatabaseStartup"/>
internal sealed partial class DatabaseStartup(UptimeDatabase database, DatabaseOptions options, TimeProvider clock, ILogger<DatabaseStartup> logger)
    : IDatabaseStartup, IDisposable
{
    private SqliteFileLock? _fileLock;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            _fileLock ??= SqliteFileLock.Take(database.Name);
            await SqliteStartup.PrepareAsync(database, cancellationToken);
        }
        else
        {
            await PostgresStartup.PrepareAsync(database, options.StartTimeout, clock, LogWaiting, cancellationToken);
        }

        LogReady(database.Name);
    }

    public void Dispose() => _fileLock?.Dispose();
}
