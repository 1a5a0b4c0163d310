using System.Data.Common;
using Dapper;
using DbUp.Builder;
using DbUp.Engine;

namespace UptimeSquirrel.Adapters.Database;

/// <summary>Brings the schema up to date. The caller makes sure that only one process does this at a time.</summary>
internal static class SchemaMigration
{
    /// <summary>Where DbUp writes down which files it has run.</summary>
    public const string JournalTable = "schema_version";

    public static async Task RunAsync(
        UptimeDatabase database, DbConnection connection, Func<UpgradeEngineBuilder> engine, CancellationToken cancellationToken)
    {
        var files = EmbeddedSql.Migrations(database.Kind);
        await RefuseNewerSchemaAsync(database, connection, files);

        // A "$" in our SQL is a "$", not one of DbUp's variables.
        var result = engine()
            .WithScripts(files.Select(file => new SqlScript(file.Name, file.Text)))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new DatabaseUnusableException(
                $"The schema of the database {database.Name} could not be brought up to date: '{result.ErrorScript?.Name}' failed with " +
                $"'{result.Error.Message}'. Nothing of that file was kept. The database user must own the schema or may create tables in it.", result.Error);

        await UpdateOrleansQueriesAsync(database, connection, cancellationToken);
    }

    /// <summary>The files that were run on this database; none when it has never been set up.</summary>
    internal static async Task<HashSet<string>> AppliedAsync(UptimeDatabase database, DbConnection connection)
    {
        var exists = await connection.ExecuteScalarAsync<long>(
            database.Kind == DatabaseKind.Postgres
                ? $"select count(*) from pg_tables where schemaname = current_schema() and tablename = '{JournalTable}'"
                : $"select count(*) from sqlite_master where type = 'table' and name = '{JournalTable}'");
        return exists == 0 ? [] : (await connection.QueryAsync<string>($"select scriptname from {JournalTable}")).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task RefuseNewerSchemaAsync(
        UptimeDatabase database, DbConnection connection, IReadOnlyList<(string Name, string Text)> files)
    {
        var applied = await AppliedAsync(database, connection);
        if (applied.Except(files.Select(file => file.Name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new DatabaseUnusableException(
                $"The database {database.Name} was set up by a newer UptimeSquirrel: this one does not know its schema step '{unknown}' and stops before it " +
                "breaks something. Start the newer version again, or restore a backup from before the upgrade.");
    }

    private static async Task UpdateOrleansQueriesAsync(UptimeDatabase database, DbConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (key, text) in EmbeddedSql.OrleansQueries(database.Kind))
            await connection.ExecuteAsync(
                """
                insert into orleansquery (querykey, querytext) values (@key, @text)
                on conflict (querykey) do update set querytext = excluded.querytext where orleansquery.querytext <> excluded.querytext
                """,
                new { key, text }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }
}
