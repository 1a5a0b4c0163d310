using System.Data.Common;
using UptimeSquirrel.Adapters.Database.Postgres;
using UptimeSquirrel.Adapters.Database.Sqlite;

namespace UptimeSquirrel.Adapters.Database;

/// <summary>The one database of this installation, with a pool of connections for each use, so that none starves another.</summary>
public sealed class UptimeDatabase : IAsyncDisposable
{
    private readonly DbDataSource[] _owned;

    private UptimeDatabase(DatabaseKind kind, string name, Func<DatabaseUse, DbDataSource> open)
    {
        (Kind, Name) = (kind, name);
        _owned = [.. Enum.GetValues<DatabaseUse>().Select(open)];
    }

    /// <summary>What kind it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>What people call it: the file, or server and database. Holds no secret.</summary>
    public string Name { get; }

    /// <summary>What Orleans' ADO.NET providers call this kind of database.</summary>
    public string Invariant => Kind == DatabaseKind.Postgres ? "Npgsql" : "System.Data.SQLite";

    /// <summary>For the list of silos. Only PostgreSQL has one: a SQLite file serves one silo.</summary>
    public DbDataSource Membership => this[DatabaseUse.Membership];

    /// <summary>For Orleans' reminders.</summary>
    public DbDataSource Reminders => this[DatabaseUse.Reminders];

    /// <summary>For the state of grains. A commit here is on the disk: an accepted alert survives the loss of power.</summary>
    public DbDataSource GrainState => this[DatabaseUse.GrainState];

    internal DbDataSource Journal => this[DatabaseUse.Journal];

    internal DbDataSource Reading => this[DatabaseUse.Reading];

    /// <summary>For asking whether it answers: long queries of others must not make it look absent.</summary>
    internal DbDataSource Health => this[DatabaseUse.Health];

    private DbDataSource this[DatabaseUse use] => _owned[(int)use];

    /// <summary>Makes the pools; connects to nothing yet.</summary>
    /// <exception cref="DatabaseUnusableException">The connection string makes no sense.</exception>
    public static UptimeDatabase Open(string connectionString)
    {
        if (DatabaseConnectionString.KindOf(connectionString) == DatabaseKind.Postgres)
        {
            var settings = DatabaseConnectionString.ReadPostgres(connectionString);
            var server = $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
            return new UptimeDatabase(DatabaseKind.Postgres, server, use => PostgresPools.Open(connectionString, use));
        }

        var file = DatabaseConnectionString.ReadSqlite(connectionString);
        file.DataSource = Path.GetFullPath(file.DataSource);
        var turn = new SqliteTurn(SqliteDataSource.LongestWait);
        return new UptimeDatabase(
            DatabaseKind.Sqlite, file.DataSource, use => new SqliteDataSource(file, use, use is DatabaseUse.GrainState or DatabaseUse.Reminders ? turn : null));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _owned)
            await source.DisposeAsync();
    }
}
