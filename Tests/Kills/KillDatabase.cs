using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>The database of a silo that is killed: one of a PostgreSQL server, or a file of SQLite in the silo's folder.</summary>
internal sealed class KillDatabase(string? postgres)
{
    public IEnumerable<string> Arguments => postgres is null ? [] : [$"--Database:ConnectionString={postgres}", "--Cluster:AdvertisedAddress=127.0.0.1"];

    /// <summary>From now on it answers, and stores no grain.</summary>
    public Task RefuseAsync(string folder) => ExecuteAsync(folder, postgres is null
        ? """
          create trigger no_insert before insert on us_grain_state begin select raise(abort, 'the disk is full'); end;
          create trigger no_update before update on us_grain_state begin select raise(abort, 'the disk is full'); end;
          """
        : """
          create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
          create trigger no_change before insert or update on us_grain_state for each row execute function refuse();
          """);

    /// <summary>It stores everything again.</summary>
    public Task StoreAgainAsync(string folder) => ExecuteAsync(folder, postgres is null
        ? "drop trigger no_insert; drop trigger no_update;"
        : "drop trigger no_change on us_grain_state;");

    private async Task ExecuteAsync(string folder, string sql)
    {
        await using DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "data", "uptimesquirrel.db")};Pooling=False;Default Timeout=60")
            : new NpgsqlConnection(postgres + ";Pooling=false");
        await connection.ExecuteAsync(sql);
    }
}
