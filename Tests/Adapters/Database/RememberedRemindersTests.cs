using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Adapters.Database.Reminders;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What Orleans gets to see of the reminders, and what it goes on seeing while the database is away.</summary>
public sealed class RememberedRemindersTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private readonly Table _table = new();
    private readonly RememberedReminders _reminders;

    public RememberedRemindersTests() => _reminders = new RememberedReminders(_table, _clock, NullLogger<RememberedReminders>.Instance);

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(-29, true)]       // its tick may not have gone off yet
    [InlineData(-30, false)]
    [InlineData(-240, true)]      // due again in a minute
    [InlineData(-239, false)]
    [InlineData(-3840, true)]     // and so it was before
    public async Task Only_what_is_due_within_a_minute_or_was_a_moment_ago_is_shown(int dueInSeconds, bool isShown)
    {
        _table.Rows.Add(Row("a", dueInSeconds));
        (await DueAsync()).ShouldBe(isShown ? ["a"] : []);
    }

    [Fact]
    public async Task Reminders_come_into_sight_without_the_database_being_asked_again()
    {
        _table.Rows.AddRange([Row("a", 30), Row("b", 90)]);
        (await DueAsync()).ShouldBe(["a"]);
        _table.IsAway = true;

        _clock.Advance(TimeSpan.FromSeconds(70));
        (await DueAsync()).ShouldBe(["b"]);
        _clock.Advance(TimeSpan.FromMinutes(20));
        (await DueAsync()).ShouldBe(["b"]);
    }

    [Fact]
    public async Task The_first_reading_of_a_part_of_the_ring_fails_when_the_database_is_away()
    {
        _table.IsAway = true;
        await Should.ThrowAsync<TimeoutException>(DueAsync);

        _table.IsAway = false;
        _table.Rows.Add(Row("a", 1));
        (await DueAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task What_is_set_or_removed_from_here_is_seen_at_once()
    {
        await DueAsync();
        (await _reminders.UpsertRow(Row("new", 10))).ShouldBe("1");
        (await DueAsync()).ShouldBe(["new"]);

        (await _reminders.RemoveRow(Grain("new"), "check", "stale")).ShouldBeFalse();
        (await DueAsync()).ShouldBe(["new"]);
        (await _reminders.RemoveRow(Grain("new"), "check", "1")).ShouldBeTrue();
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_set_in_another_part_of_the_ring_is_not_ours()
    {
        var grain = Grain("a");
        var hash = grain.GetUniformHashCode();
        await _reminders.ReadRows(hash, hash + 10);
        await _reminders.ReadRows(hash - 10, hash);

        await _reminders.UpsertRow(Row("a", 10));

        (await _reminders.ReadRows(hash, hash + 10)).Reminders.ShouldBeEmpty();
        (await _reminders.ReadRows(hash - 10, hash)).Reminders.Select(row => row.GrainId).ShouldBe([grain]);
    }

    [Fact]
    public async Task What_is_set_while_the_database_is_read_is_not_lost_when_the_answer_lacks_it()
    {
        var range = new RememberedRange();
        var answer = new TaskCompletionSource<ReminderTableData>();
        var reading = range.ReadAsync(() => answer.Task, _clock.GetUtcNow());
        range.Put(Row("new", 10), "1");
        range.Remove(Grain("old"), "check");

        answer.SetResult(new ReminderTableData([Row("old", 10), Row("known", 10)]));
        await reading;

        range.DueBetween(_clock.GetUtcNow().UtcDateTime, _clock.GetUtcNow().UtcDateTime.AddMinutes(1)).Select(row => row.GrainId).ShouldBe([Grain("known"), Grain("new")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_others_changed_is_seen_within_six_minutes_a_slice_of_the_ring_at_each_look()
    {
        await DueAsync();
        var readAtFirst = _table.Readings.Count;
        _table.Rows.Add(Row("late", 400));
        for (var looks = 0; looks < 17; looks++)
        {
            (await DueAsync()).ShouldBeEmpty();
            _clock.Advance(RememberedReminders.LookEvery);
        }

        await Support.Eventually.HoldsAsync(async () => (await DueAsync()) is ["late"]);
        readAtFirst.ShouldBe(16);
        _table.Readings.ShouldAllBe(slice => slice.End - slice.Begin == uint.MaxValue / 16 + 1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(10, 20)]
    [InlineData(10, 11)]
    [InlineData(0x10, 0x7fff_fff3)]
    [InlineData(0xffff_fff0, 5)]
    public void The_slices_of_a_part_of_the_ring_are_that_part_and_none_is_the_whole_ring(uint begin, uint end)
    {
        var slices = RememberedReminders.SlicesOf(begin, end).ToList();

        slices[0].Begin.ShouldBe(begin);
        slices[^1].End.ShouldBe(end);
        slices.Zip(slices.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Begin);
        slices.ShouldAllBe(slice => slice.Begin != slice.End);
    }

    [Fact]
    public async Task A_part_of_the_ring_that_was_another_silos_for_a_while_is_read_anew_before_it_is_shown()
    {
        await DueAsync();
        _table.Rows.Add(Row("new", 60));
        _clock.Advance(2 * RememberedReminders.LookEvery);
        (await DueAsync()).ShouldBeEmpty();

        _clock.Advance(2 * RememberedReminders.LookEvery + TimeSpan.FromMilliseconds(1));
        (await DueAsync()).ShouldBe(["new"]);
    }

    [Fact]
    public async Task A_part_that_came_back_while_the_database_was_away_is_read_as_soon_as_it_answers()
    {
        await DueAsync();
        _table.Rows.Add(Row("new", 120));
        _clock.Advance(TimeSpan.FromSeconds(70));
        _table.IsAway = true;
        (await DueAsync()).ShouldBeEmpty();

        _table.IsAway = false;
        _clock.Advance(RememberedReminders.LookEvery);
        (await DueAsync()).ShouldBe(["new"]);
    }

    private async Task<string[]> DueAsync() => [.. (await _reminders.ReadRows(0, 0)).Reminders.Select(row => row.GrainId.Key.ToString()!).Order()];

    private static GrainId Grain(string key) => GrainId.Create("website", key);

    private ReminderEntry Row(string key, int dueInSeconds) => new()
    {
        GrainId = Grain(key),
        ReminderName = "check",
        StartAt = _clock.GetUtcNow().UtcDateTime.AddSeconds(dueInSeconds),
        Period = _interval,
        ETag = "0",
    };

    /// <summary>A table of reminders that can be away.</summary>
    private sealed class Table : IReminderTable
    {
        public List<ReminderEntry> Rows { get; } = [];

        public bool IsAway { get; set; }

        public System.Collections.Concurrent.ConcurrentQueue<(uint Begin, uint End)> Readings { get; } = [];

        public Task<ReminderTableData> ReadRows(uint begin, uint end)
        {
            if (IsAway)
                throw new TimeoutException("the database does not answer");
            Readings.Enqueue((begin, end));
            return Task.FromResult(new ReminderTableData(Rows.Where(row => RememberedReminders.Contains((begin, end), row.GrainId)).ToArray()));
        }

        public Task<string?> UpsertRow(ReminderEntry entry) => Task.FromResult<string?>("1");

        public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => Task.FromResult(eTag == "1");

        public Task<ReminderTableData> ReadRows(GrainId grainId) => throw new NotSupportedException();

        public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => throw new NotSupportedException();

        public Task TestOnlyClearTable() => throw new NotSupportedException();
    }
}
