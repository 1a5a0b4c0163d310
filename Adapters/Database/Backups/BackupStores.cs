using Dapper;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>Opens databases to be copied out of, or into.</summary>
internal static class BackupStores
{
    /// <summary>For reading, while silos go on.</summary>
    /// <exception cref="DatabaseUnusableException">It is not there, or its schema is that of another version.</exception>
    public static async Task<IBackupStore> OpenForReadingAsync(UptimeDatabase database, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite && !File.Exists(database.Name))
            throw new DatabaseUnusableException($"The database file '{database.Name}' does not exist: expected the file of an installation, as 'Data Source' of Database:ConnectionString.");
        await RefuseOtherSchemaAsync(database, cancellationToken);
        return await OpenAsync(database, isForReading: true, cancellationToken);
    }

    /// <summary>For writing. Nobody else may use the database meanwhile, and its schema has to be made already.</summary>
    public static Task<IBackupStore> OpenForWritingAsync(UptimeDatabase database, CancellationToken cancellationToken) => OpenAsync(database, isForReading: false, cancellationToken);

    /// <summary>Refuses a PostgreSQL database that silos use. A SQLite file is guarded by its lock.</summary>
    public static async Task RefuseRunningSilosAsync(UptimeDatabase database, CancellationToken cancellationToken)
    {
        if (database.Kind != DatabaseKind.Postgres)
            return;
        await using var connection = await database.Reading.OpenConnectionAsync(cancellationToken);

        // 3 is what Orleans calls active. A silo says every 10 seconds that it is alive.
        var running = (await connection.QueryAsync<string>("select silo_name from us_member where status = 3 and alive_time > now() - interval '1 minute'")).ToList();
        if (running.Count > 0)
            throw new DatabaseUnusableException($"The database {database.Name} is in use by {string.Join(", ", running)}: stop every silo first, and wait a minute for those that were killed.");
    }

    private static async Task<IBackupStore> OpenAsync(UptimeDatabase database, bool isForReading, CancellationToken cancellationToken) => database.Kind == DatabaseKind.Postgres
        ? await PostgresBackupStore.OpenAsync(database, cancellationToken)
        : await SqliteBackupStore.OpenAsync(database, isForReading, cancellationToken);

    private static async Task RefuseOtherSchemaAsync(UptimeDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellationToken);
        var applied = await SchemaMigration.AppliedAsync(database, connection);
        var known = EmbeddedSql.Migrations(database.Kind).Select(file => file.Name).ToList();
        if (applied.Count == 0)
            throw new DatabaseUnusableException($"The database {database.Name} holds no installation: no silo has ever been started with it.");
        if (applied.Except(known).Order(StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new DatabaseUnusableException($"The database {database.Name} belongs to a newer UptimeSquirrel: this one does not know its schema step '{newer}'. Make the backup with the newer version.");
        if (known.Find(name => !applied.Contains(name)) is { } missing)
            throw new DatabaseUnusableException($"The database {database.Name} belongs to an older UptimeSquirrel: it lacks the schema step '{missing}'. Make the backup with the older version, or start a silo of this one first.");
    }
}
