using Dapper;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Makes a SQLite file ready for a silo.</summary>
internal static class SqliteStartup
{
    public static async Task PrepareAsync(UptimeDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.GrainState.OpenConnectionAsync(cancellationToken);

            // Readers then never wait for the writer. The setting stays with the file.
            await connection.ExecuteAsync("pragma journal_mode = wal");
            await SchemaMigration.RunAsync(
                database, connection,
                () => DbUp.DeployChanges.To.SqliteDatabase(database.GrainState.ConnectionString).JournalToSqliteTable(SchemaMigration.JournalTable),
                cancellationToken);
        }
        catch (SqliteException e)
        {
            throw new DatabaseUnusableException(
                $"The database file '{database.Name}' cannot be used: {e.Message.TrimEnd('.')}. It must be a SQLite database (or not exist yet) " +
                "on a local disk with room left, in a folder that this user may write to.", e);
        }
    }
}
