using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Sqlite;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>A SQLite file takes one writer at a time.</summary>
public sealed class SqliteTurnTests : IDisposable
{
    private const int Busy = 5;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_waits_for_their_turn_keeps_no_thread_and_has_it_when_the_other_is_done()
    {
        using var turn = new SqliteTurn(TimeSpan.FromMinutes(1));
        await using var file = Open(turn);
        var first = await file.OpenConnectionAsync(Stop);

        var second = file.OpenConnectionAsync(Stop).AsTask();
        second.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_for_too_long_is_told_that_the_file_is_busy()
    {
        using var turn = new SqliteTurn(TimeSpan.Zero);
        await using var file = Open(turn);
        await using var first = await file.OpenConnectionAsync(Stop);

        (await Should.ThrowAsync<SqliteException>(() => file.OpenConnectionAsync(Stop).AsTask())).SqliteErrorCode.ShouldBe(Busy);
    }

    [Fact]
    public async Task What_cannot_be_opened_leaves_the_turn_to_others()
    {
        using var turn = new SqliteTurn(TimeSpan.Zero);
        await using var nowhere = Open(turn, "missing/folder/a.db");

        (await Should.ThrowAsync<SqliteException>(() => nowhere.OpenConnectionAsync(Stop).AsTask())).SqliteErrorCode.ShouldNotBe(Busy);

        await using var file = Open(turn);
        await (await file.OpenConnectionAsync(Stop)).DisposeAsync();
    }

    [Fact]
    public async Task Who_closes_twice_has_had_one_turn()
    {
        using var turn = new SqliteTurn(TimeSpan.Zero);
        await using var file = Open(turn);
        var first = await file.OpenConnectionAsync(Stop);
        await first.CloseAsync();
        await first.DisposeAsync();

        await using var second = await file.OpenConnectionAsync(Stop);

        await Should.ThrowAsync<SqliteException>(() => file.OpenConnectionAsync(Stop).AsTask());
    }

    private SqliteDataSource Open(SqliteTurn turn, string file = "a.db") =>
        new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.Path, file) }, DatabaseUse.GrainState, turn);
}
