using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the journal does while its database is away.</summary>
public sealed class AbsentDatabaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_recorded_while_PostgreSQL_is_away_is_stored_once_when_it_is_back()
    {
        await using var postgres = await PostgresServer.StartPrivateAsync();
        await using var house = await TestDatabase.OpenAsync(postgres.ConnectionString);
        var shop = Website("https://shop.test/");
        Record(house, shop, 0, 500);
        await house.Journal.FlushAsync(Stop);

        await postgres.StopAsync();
        Record(house, shop, 400, 1000);
        await Eventually.HoldsAsync(() => house.Log.At(LogLevel.Warning).Count > 0);
        Record(house, shop, 1000, 9000);      // more than the memory may hold
        for (var version = 2; version <= 50; version++)
            house.Journal.Record(Website("https://shop.test/", version, version == 50 ? Standing.Down : Standing.Up));
        await Eventually.HoldsAsync(() => Directory.Exists(house.Options.SpillFolder));
        Record(house, shop, 9000, 9500);

        await postgres.StartAgainAsync();
        await house.Journal.FlushAsync(Stop);

        (await house.CountAsync("check_result")).ShouldBe(9500);
        (await house.QueryAsync<long>("select sum(checks) from uptime_hour")).ShouldBe([9500]);
        (await house.QueryAsync<long>("select version from website")).ShouldBe([50]);
        house.Log.At(LogLevel.Warning).Count.ShouldBe(1);
        house.Log.At(LogLevel.Information).Count(message => message.Contains("stored again")).ShouldBe(1);
        house.Log.At(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_is_kept_through_memory_and_disk()
    {
        await using var journal = new FakeHouse();
        journal.Store.IsAway = true;
        for (var i = 0; i < 20_000; i++)
        {
            journal.Record(i);
            if (i == 5)
                await Eventually.HoldsAsync(() => journal.Store.Refusals > 0);
            if (i == 12_000)
                await Eventually.HoldsAsync(() => Directory.Exists(journal.Folder));
        }

        var flush = journal.Journal.FlushAsync(Stop);
        flush.IsCompleted.ShouldBeFalse();
        journal.Store.IsAway = false;
        await flush;
        journal.Store.Numbers.ShouldBe(Enumerable.Range(0, 20_000));
    }

    [Fact]
    public async Task What_is_left_at_the_end_waits_on_the_disk_for_the_next_start()
    {
        await using var first = new FakeHouse();
        first.Store.IsAway = true;
        for (var i = 0; i < 7000; i++)
            first.Record(i);
        await Eventually.HoldsAsync(() => first.Store.Refusals > 0);
        await first.StopAsync();

        await using var second = new FakeHouse(first.Folder);
        second.Record(7000);
        await second.Journal.FlushAsync(Stop);
        second.Store.Numbers.ShouldBe(Enumerable.Range(0, 7001));
        await second.StopAsync();
        Directory.GetFiles(first.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_long_absence_rows_go_to_the_disk_although_the_memory_has_room()
    {
        await using var journal = new FakeHouse();
        journal.Store.IsAway = true;
        for (var i = 0; i < 10; i++)
            journal.Record(i);
        await Eventually.HoldsAsync(() => Directory.Exists(journal.Folder) && Directory.GetFiles(journal.Folder).Any(file => new FileInfo(file).Length > 0));

        journal.Record(10);
        journal.Store.IsAway = false;
        await journal.Journal.FlushAsync(Stop);
        journal.Store.Numbers.ShouldBe(Enumerable.Range(0, 11));
    }

    [Fact]
    public void The_contacts_of_an_owner_survive_the_disk()
    {
        var row = new OwnerRow(Alice, new OwnerContacts([EmailAddress.Parse("alice@shop.example")], []), 7);
        var read = SpillRow.Read(SpillRow.Write(new JournalEntry(row))).Other.ShouldBeOfType<OwnerRow>();
        (read.Id, read.Version, read.Contacts.ToJson()).ShouldBe((Alice, 7, """{"emails":["alice@shop.example"]}"""));
    }

    [Fact]
    public async Task Giving_up_a_flush_keeps_the_rows()
    {
        await using var journal = new FakeHouse();
        journal.Store.IsAway = true;
        journal.Record(0);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await Should.ThrowAsync<OperationCanceledException>(() => journal.Journal.FlushAsync(impatience.Token));
        journal.Store.IsAway = false;
        await journal.Journal.FlushAsync(Stop);
        journal.Store.Numbers.ShouldBe([0]);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_told_and_the_journal_goes_on()
    {
        var inTheWay = Path.GetTempFileName();
        await using var journal = new FakeHouse(inTheWay);
        journal.Store.IsAway = true;
        for (var i = 0; i < 8000; i++)
            journal.Record(i);
        await Eventually.HoldsAsync(() => journal.Log.At(LogLevel.Error).Any(message => message.Contains("cannot wait in")));
        journal.Store.IsAway = false;
        journal.Record(8000);
        await journal.Journal.FlushAsync(Stop);
        journal.Store.Numbers[0].ShouldBe(0);
        journal.Store.Numbers[^1].ShouldBe(8000);
        File.Delete(inTheWay);
    }

    private static void Record(TestDatabase house, WebsiteRow website, int from, int to)
    {
        for (var i = from; i < to; i++)
            house.Journal.Record(Healthy(website, Noon.AddSeconds(i)));
    }
}
