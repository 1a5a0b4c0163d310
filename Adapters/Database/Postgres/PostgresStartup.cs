using System.Data.Common;
using Dapper;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Makes a PostgreSQL database ready for a silo.</summary>
internal static class PostgresStartup
{
    // Any number that no other program uses for its locks in this database.
    private const long MigrationLock = 0x5EED_0F_5C41_2026;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    public static async Task PrepareAsync(
        UptimeDatabase database, TimeSpan patience, TimeProvider clock, Action<string, string, TimeSpan> logWaiting, CancellationToken cancellationToken)
    {
        await using var connection = await WaitForServerAsync(database, patience, clock, logWaiting, cancellationToken);
        try
        {
            var schema = await connection.ExecuteScalarAsync<string?>("select current_schema()") ??
                         throw new DatabaseUnusableException($"The database {database.Name} has no schema to put tables into: the first one of its search_path must exist.");

            // Five silos that start in the same second queue here; the last four find nothing left to do.
            await connection.ExecuteAsync(new CommandDefinition(
                "select pg_advisory_lock(@key)", new { key = MigrationLock }, commandTimeout: 300, cancellationToken: cancellationToken));
            try
            {
                await SchemaMigration.RunAsync(
                    database, connection,
                    () => PostgresqlExtensions.PostgresqlDatabase(new DataSourceConnectionManager(database.Reading), schema)
                        .JournalToPostgresqlTable(schema, SchemaMigration.JournalTable),
                    cancellationToken);
            }
            finally
            {
                await connection.ExecuteAsync("select pg_advisory_unlock(@key)", new { key = MigrationLock });
            }
        }
        catch (DbException e)
        {
            throw PostgresTrouble.Explain(e, database.Name);
        }
    }

    private static async Task<DbConnection> WaitForServerAsync(
        UptimeDatabase database, TimeSpan patience, TimeProvider clock, Action<string, string, TimeSpan> logWaiting, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Not over the pools of Orleans: a migration may take longer than their statements.
                return await database.Reading.OpenConnectionAsync(cancellationToken);
            }
            catch (Exception e) when (PostgresTrouble.MayPass(e) && clock.GetElapsedTime(start) < patience)
            {
                if (attempt == 1)
                    logWaiting(database.Name, PostgresTrouble.Shorten(e), patience);
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                throw PostgresTrouble.Explain(e, database.Name);
            }

            await Task.Delay(_pause, clock, cancellationToken);
        }
    }
}
