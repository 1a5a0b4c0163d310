using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>The database of a silo that is killed: one of a PostgreSQL server, or a file of SQLite in the silo's folder.</summary>
internal sealed class KillDatabase(string? postgres)
{
    public IEnumerable<string> Arguments => postgres is null ? [] : [$"--Database:ConnectionString={postgres}", "--Cluster:AdvertisedAddress=127.0.0.1"];

    /// <summary>From now on it answers, and stores no grain.</summary>
    public Task RefuseAsync(string folder) => ExecuteAsync(folder, postgres is null ? FullDisk.Sqlite : FullDisk.Postgres);

    /// <summary>It stores everything again.</summary>
    public Task StoreAgainAsync(string folder) => ExecuteAsync(folder, postgres is null
        ? "drop trigger no_insert; drop trigger no_update;"
        : FullDisk.EndOfPostgres);

    private async Task ExecuteAsync(string folder, string sql)
    {
        await using DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "data", "uptimesquirrel.db")};Pooling=False;Default Timeout=60")
            : new NpgsqlConnection(postgres + ";Pooling=false");
        await connection.ExecuteAsync(sql);
    }
}
