using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Lets the database refuse to store grains, as a full disk would, until this is disposed of.</summary>
internal sealed class ReadOnlyDatabase : IAsyncDisposable
{
    private readonly string _file;

    private ReadOnlyDatabase(string file) => _file = file;

    public static async Task<ReadOnlyDatabase> BeginAsync(GrainHouse house)
    {
        var refusing = new ReadOnlyDatabase(house.DatabaseFile);
        await refusing.RunAsync(
            """
            create trigger no_insert before insert on us_grain_state begin select raise(abort, 'the disk is full'); end;
            create trigger no_update before update on us_grain_state begin select raise(abort, 'the disk is full'); end;
            """);
        return refusing;
    }

    public async ValueTask DisposeAsync() => await RunAsync("drop trigger no_insert; drop trigger no_update;");

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
