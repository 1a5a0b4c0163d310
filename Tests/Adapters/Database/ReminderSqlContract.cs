using System.Data;
using System.Globalization;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What Orleans expects of our texts for reminders, run against them as it does.</summary>
public abstract class ReminderSqlContract : DatabaseTest
{
    private static readonly DateTime _start = new(2026, 11, 23, 12, 0, 0, 123, DateTimeKind.Utc);

    [Fact]
    public async Task Every_write_returns_one_new_version()
    {
        (await UpsertAsync("a", 5)).ShouldBe(0);
        (await UpsertAsync("a", 5)).ShouldBe(1);
        (await UpsertAsync("a", 5)).ShouldBe(2);
    }

    [Fact]
    public async Task A_reminder_is_read_as_it_was_written()
    {
        await UpsertAsync("website/a", 5, period: 2_592_000_000);
        var row = (await RunAsync("ReadReminderRowKey", ("GrainId", DbType.AnsiString, "website/a"), ("ReminderName", DbType.String, "check"))).Single();

        row[0].ShouldBe("website/a");
        row[1].ShouldBe("check");
        Convert.ToDateTime(row[2], CultureInfo.InvariantCulture).ShouldBe(_start);
        Convert.ToInt64(row[3], CultureInfo.InvariantCulture).ShouldBe(2_592_000_000);
        (await RunAsync("ReadReminderRowsKey", ("GrainId", DbType.AnsiString, "website/a"))).Count.ShouldBe(1);
        (await RunAsync("ReadReminderRowsKey", ("GrainId", DbType.AnsiString, "website/b"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ReadRangeRows1Key", -10, 10, "0 10")]                          // begin is outside, end is inside
    [InlineData("ReadRangeRows2Key", 10, -10, "-2147483648 -10 2147483647")]    // wrapped
    [InlineData("ReadRangeRows2Key", 10, 10, "-2147483648 -10 0 10 2147483647")] // everything
    [InlineData("ReadRangeRows2Key", 0, 0, "-2147483648 -10 0 10 2147483647")]
    [InlineData("ReadRangeRows1Key", int.MinValue, int.MaxValue, "-10 0 10 2147483647")]
    public async Task A_range_holds_what_Orleans_means_by_it(string key, int begin, int end, string expected)
    {
        foreach (var hash in (int[])[int.MinValue, -10, 0, 10, int.MaxValue])
            await UpsertAsync(hash.ToString(CultureInfo.InvariantCulture), hash);

        var rows = await RunAsync(key, ("BeginHash", DbType.Int32, begin), ("EndHash", DbType.Int32, end));
        string.Join(' ', rows.Select(row => int.Parse((string)row[0]!, CultureInfo.InvariantCulture)).Order()).ShouldBe(expected);
    }

    [Fact]
    public async Task Deleting_answers_with_one_row_whether_or_not_the_version_was_right()
    {
        await UpsertAsync("a", 5);
        await UpsertAsync("a", 5);
        (await DeleteAsync("a", 0)).ShouldBe(0);
        (await DeleteAsync("a", 1)).ShouldBe(1);
        (await DeleteAsync("a", 1)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_writers_at_once_get_different_versions()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => UpsertAsync("a", 5))));
        versions.Order().ShouldBe(Enumerable.Range(0, 16));
    }

    private async Task<int> UpsertAsync(string grain, int hash, long period = 300_000) => AsInt(await RunAsync("UpsertReminderRowKey",
        ("GrainId", DbType.AnsiString, grain), ("ReminderName", DbType.String, "check"), ("GrainHash", DbType.Int32, hash),
        ("StartTime", DbType.DateTime, _start), ("Period", period > int.MaxValue ? DbType.Int64 : DbType.Int32, period > int.MaxValue ? period : (object)(int)period)));

    private async Task<int> DeleteAsync(string grain, int version) => AsInt(await RunAsync("DeleteReminderRowKey",
        ("GrainId", DbType.AnsiString, grain), ("ReminderName", DbType.String, "check"), ("Version", DbType.Int32, version)));

    private Task<IReadOnlyList<object?[]>> RunAsync(string key, params (string, DbType, object?)[] parameters) =>
        new OrleansSql(House).RunAsync(key, [("ServiceId", DbType.String, "uptime"), .. parameters]);

    private static int AsInt(IReadOnlyList<object?[]> rows) => Convert.ToInt32(rows.Single().Single(), CultureInfo.InvariantCulture);
}
