using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Lets the database store websites and nothing of owners until this is disposed of: what a website hands over is not taken.</summary>
internal sealed class OwnersThatCannotStore : IAsyncDisposable
{
    private readonly string _file;

    private OwnersThatCannotStore(string file) => _file = file;

    public static async Task<OwnersThatCannotStore> BeginAsync(GrainHouse house)
    {
        var refusing = new OwnersThatCannotStore(house.DatabaseFile);
        await refusing.RunAsync(
            """
            create trigger no_owner before update on us_grain_state when new.state_name like '%owner-notification%'
            begin select raise(abort, 'the disk is full'); end;
            """);
        return refusing;
    }

    public async ValueTask DisposeAsync() => await RunAsync("drop trigger no_owner;");

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
