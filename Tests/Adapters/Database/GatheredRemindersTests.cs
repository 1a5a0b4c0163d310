using System.Data;
using System.Globalization;
using UptimeSquirrel.Adapters.Database.Postgres.Reminders;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Many reminders set in one statement, as Orleans' own texts set and read one.</summary>
public sealed class GatheredRemindersTests(PostgresServer server) : DatabaseTest
{
    private static readonly DateTime _start = new(2026, 11, 23, 12, 0, 0, 123, DateTimeKind.Unspecified);

    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();

    private GatheredReminders Reminders => new(new UsualWay(), House.Database);

    [Fact]
    public async Task Orleans_own_text_finds_what_was_set_together()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Reminders.UpsertRow(Row($"a{number}"))));

        versions.ShouldAllBe(version => version == "0");
        var row = (await RunAsync("ReadReminderRowKey", ("GrainId", DbType.AnsiString, "website/a7"), ("ReminderName", DbType.String, "check"))).Single();
        row[0].ShouldBe("website/a7");
        Convert.ToDateTime(row[2], CultureInfo.InvariantCulture).ShouldBe(_start);
        Convert.ToInt64(row[3], CultureInfo.InvariantCulture).ShouldBe(300_000);
        row[4].ShouldBe(0);
    }

    [Fact]
    public async Task A_range_of_the_ring_holds_what_was_set_together()
    {
        var row = Row("a");
        await Reminders.UpsertRow(row);
        var hash = unchecked((int)row.GrainId.GetUniformHashCode());

        var rows = await RunAsync("ReadRangeRows1Key", ("BeginHash", DbType.Int32, hash - 1), ("EndHash", DbType.Int32, hash));

        rows.Single()[0].ShouldBe("website/a");
    }

    [Fact]
    public async Task Each_time_it_is_set_a_reminder_has_another_version()
    {
        var reminders = Reminders;
        (await reminders.UpsertRow(Row("a"))).ShouldBe("0");
        (await reminders.UpsertRow(Row("a"))).ShouldBe("1");
    }

    [Fact]
    public async Task One_that_is_set_many_times_at_once_ends_as_it_was_set_last_and_nobody_is_refused()
    {
        var reminders = Reminders;
        await Task.WhenAll(Enumerable.Range(1, 100).Select(minutes => reminders.UpsertRow(Row("a", TimeSpan.FromMinutes(minutes)))));
        var last = await reminders.UpsertRow(Row("a", TimeSpan.FromMinutes(7)));

        var row = (await RunAsync("ReadReminderRowKey", ("GrainId", DbType.AnsiString, "website/a"), ("ReminderName", DbType.String, "check"))).Single();
        Convert.ToInt64(row[3], CultureInfo.InvariantCulture).ShouldBe(420_000);
        row[4].ShouldBe(int.Parse(last!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task One_that_the_database_refuses_goes_the_usual_way_and_keeps_no_other_from_being_set()
    {
        var reminders = Reminders;

        var answers = await Task.WhenAll(reminders.UpsertRow(Row("bad\0")), reminders.UpsertRow(Row("a")), reminders.UpsertRow(Row("b")));

        answers[0].ShouldBe("the usual way");
        answers[1..].ShouldAllBe(answer => answer == "0" || answer == "the usual way");
    }

    private Task<IReadOnlyList<object?[]>> RunAsync(string key, params (string Name, DbType Type, object? Value)[] parameters) =>
        new OrleansSql(House).RunAsync(key, [("ServiceId", DbType.AnsiString, ClusterDefaults.ServiceId), .. parameters]);

    private static ReminderEntry Row(string key, TimeSpan? period = null) => new()
    {
        GrainId = GrainId.Create("website", key),
        ReminderName = "check",
        StartAt = _start,
        Period = period ?? TimeSpan.FromMinutes(5),
    };

    private sealed class UsualWay : IReminderTable
    {
        public Task<string?> UpsertRow(ReminderEntry entry) => Task.FromResult<string?>("the usual way");
        public Task<ReminderTableData> ReadRows(GrainId grainId) => throw new NotSupportedException();
        public Task<ReminderTableData> ReadRows(uint begin, uint end) => throw new NotSupportedException();
        public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => throw new NotSupportedException();
        public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => throw new NotSupportedException();
        public Task TestOnlyClearTable() => throw new NotSupportedException();
    }
}
