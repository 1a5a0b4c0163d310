using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the journal does when something happens that nobody foresaw.</summary>
public sealed class StumblingJournalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unforeseen_error_is_told_and_every_row_is_stored_all_the_same()
    {
        await using var journal = new FakeHouse(clock: new StumblingClock());
        journal.Store.IsAway = true;
        for (var i = 0; i < 100; i++)
            journal.Record(i);
        await Eventually.HoldsAsync(() => journal.Log.At(LogLevel.Critical).Count > 0);
        journal.Store.IsAway = false;
        journal.Record(100);
        await journal.Journal.FlushAsync(Stop);

        journal.Store.Numbers.ShouldBe(Enumerable.Range(0, 101));
        journal.Log.At(LogLevel.Critical).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unforeseen_error_at_the_end_leaves_the_rows_on_the_disk()
    {
        var clock = new StumblingClock { StumblesAlways = true };
        await using var first = new FakeHouse(clock: clock);
        first.Store.IsAway = true;
        for (var i = 0; i < 100; i++)
            first.Record(i);
        await Eventually.HoldsAsync(() => first.Log.At(LogLevel.Critical).Count > 0);
        await first.StopAsync();

        await using var second = new FakeHouse(first.Folder);
        await second.Journal.FlushAsync(Stop);
        second.Store.Numbers.ShouldBe(Enumerable.Range(0, 100));
    }

    [Theory]
    [InlineData("""{"Removed":null}""")]
    [InlineData("""{"Website":{"Id":{"Value":"x"}}}""")]
    [InlineData("""{"Removed":{"Id":{"Value":"9f8e7a5c-0000-8000-8000-000000000000"},"Version":99999999999999999999}}""")]
    [InlineData("no row at all")]
    public async Task A_row_on_the_disk_that_makes_no_sense_is_told_and_those_behind_it_are_stored(string row)
    {
        var folder = Directory.CreateTempSubdirectory("uptime-spill-").FullName;
        await using var first = new FakeHouse(folder);
        first.Store.IsAway = true;
        for (var i = 0; i < 3; i++)
            first.Record(i);
        await first.StopAsync();
        var file = Directory.GetFiles(folder).Single();
        var good = await File.ReadAllBytesAsync(file, Stop);
        await File.WriteAllBytesAsync(file, [.. Row(row), .. good], Stop);

        await using var second = new FakeHouse(folder);
        await second.Journal.FlushAsync(Stop);
        second.Store.Numbers.ShouldBe([0, 1, 2]);
        second.Log.At(LogLevel.Error).Single().ShouldContain("unreadable");
        second.Log.At(LogLevel.Critical).ShouldBeEmpty();
    }

    private static byte[] Row(string text)
    {
        var bytes = new byte[4 + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - 4);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(4));
        return bytes;
    }

    // The journal asks for a timestamp in the midst of dealing with an absent database, where nobody expects an error.
    private sealed class StumblingClock : TimeProvider
    {
        private bool _hasStumbled;

        public bool StumblesAlways { get; init; }

        public override long GetTimestamp()
        {
            if (_hasStumbled && !StumblesAlways)
                return base.GetTimestamp();
            _hasStumbled = true;
            throw new InvalidTimeZoneException("Nobody foresaw this.");
        }
    }
}
