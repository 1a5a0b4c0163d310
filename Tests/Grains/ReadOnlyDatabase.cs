using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Lets the database refuse to store grains, as a full disk would, until this is disposed of.</summary>
internal sealed class ReadOnlyDatabase : IAsyncDisposable
{
    private readonly GrainHouse _house;

    private ReadOnlyDatabase(GrainHouse house) => _house = house;

    /// <summary>It stores no grain at all.</summary>
    public static Task<ReadOnlyDatabase> BeginAsync(GrainHouse house) => BeginAsync(house, FullDisk.Sqlite);

    /// <summary>It stores websites and nothing new of owners: what a website hands over is not taken.</summary>
    public static Task<ReadOnlyDatabase> BeginForOwnersAsync(GrainHouse house) => BeginAsync(
        house,
        """
        create trigger no_update before update on us_grain_state when new.state_name like '%owner-notification%'
        begin select raise(abort, 'the disk is full'); end;
        """);

    public async ValueTask DisposeAsync() => await _house.ExecuteAsync("drop trigger if exists no_insert; drop trigger no_update;");

    private static async Task<ReadOnlyDatabase> BeginAsync(GrainHouse house, string triggers)
    {
        await house.ExecuteAsync(triggers);
        return new ReadOnlyDatabase(house);
    }
}
