using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What maintenance leaves in the database, on every database.</summary>
public abstract class MaintenanceWindowContract : DatabaseTest
{
    private static readonly WebsiteRow _shop = Website("https://shop.test/", tags: ["prod", "shop"]);

    private static readonly MaintenanceWindow _once = new()
    {
        Id = "once",
        Owner = Alice,
        Url = WebsiteUrl.Parse("https://shop.test/"),
        From = Noon,
        To = Noon.AddHours(1),
        Zone = "Europe/Berlin",
        AddedAt = Noon.AddDays(-1),
    };

    private static readonly MaintenanceWindow _weekly = new()
    {
        Id = "weekly",
        Owner = Bob,
        Tag = "shop",
        Cron = "0 2 * * SUN",
        Length = TimeSpan.FromMinutes(90),
        Zone = "UTC",
        AddedAt = Noon,
    };

    [Fact]
    public async Task A_window_is_read_as_it_was_added_and_adding_it_again_changes_nothing()
    {
        await House.Windows.AddAsync(_once, Stop);
        await House.Windows.AddAsync(_weekly, Stop);
        await House.Windows.AddAsync(_weekly with { Cron = "0 3 * * *" }, Stop);

        (await ReadAsync()).ShouldBe([_once, _weekly], ignoreOrder: true);
    }

    [Fact]
    public async Task A_removal_counts_once_and_is_read_by_who_has_read_the_window_before()
    {
        await House.Windows.AddAsync(_once, Stop);
        var (_, readUpTo) = await House.Windows.ReadAsync(since: null, Stop);

        await House.Windows.RemoveAsync(Alice, "once", Noon.AddMinutes(10), Stop);
        await House.Windows.RemoveAsync(Alice, "once", Noon.AddMinutes(20), Stop);
        await House.Windows.RemoveAsync(Bob, "once", Noon.AddMinutes(20), Stop);

        (await House.Windows.ReadAsync(readUpTo, Stop)).Windows.ShouldBe([_once with { RemovedAt = Noon.AddMinutes(10) }]);
    }

    [Fact]
    public async Task A_window_that_nobody_needs_any_more_goes_when_its_owner_adds_another()
    {
        await House.Windows.AddAsync(_once with { AddedAt = Noon.AddDays(-120), From = Noon.AddDays(-110), To = Noon.AddDays(-105) }, Stop);
        await House.Windows.AddAsync(_once with { Id = "new" }, Stop);

        (await ReadAsync()).Select(window => window.Id).ShouldBe(["new"]);
    }

    [Fact]
    public async Task A_check_in_maintenance_is_the_last_check_and_counts_into_no_sum()
    {
        House.Journal.Record(_shop);
        House.Journal.Record(Healthy(_shop, Noon));
        House.Journal.Record(Healthy(_shop, Noon.AddMinutes(5)) with { IsInMaintenance = true });
        House.Journal.Record(Failing(_shop, Noon.AddMinutes(10)) with { IsInMaintenance = true });
        House.Journal.Record(Failing(_shop, Noon.AddHours(1)) with { IsInMaintenance = true });
        await FlushAsync();

        (await House.QueryAsync<long>("select checks * 10 + failures from uptime_hour")).ShouldBe([10]);
        (await OnlyWebsiteAsync()).LastCheck!.At.ShouldBe(Noon.AddHours(1));
        (await HistoryAsync(_shop)).Checks.Select(check => check.IsInMaintenance).ShouldBe([true, true, true, false]);
        (await House.History.GetHourSumsAsync(_shop.Id, Noon.AddDays(-1), Stop)).Select(hour => hour.At).ShouldBe([Noon]);
    }

    [Fact]
    public async Task An_incident_keeps_that_it_began_in_maintenance()
    {
        House.Journal.Record(Incident(_shop, "i1", Noon) with { IsDuringMaintenance = true });
        House.Journal.Record(Incident(_shop, "i2", Noon.AddHours(1), Noon.AddHours(2)));
        await FlushAsync();
        House.Journal.Record(Incident(_shop, "i1", Noon, Noon.AddMinutes(9)) with { IsDuringMaintenance = true });
        await FlushAsync();

        (await HistoryAsync(_shop)).Incidents.Select(incident => (incident.Id, incident.IsDuringMaintenance)).ShouldBe([("i2", false), ("i1", true)]);
    }

    private async Task<IReadOnlyList<MaintenanceWindow>> ReadAsync() => (await House.Windows.ReadAsync(since: null, Stop)).Windows;
}
