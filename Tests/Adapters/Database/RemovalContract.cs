using UptimeSquirrel.Grains.Journal;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the removal of a website promises, also when it comes late or twice, on every database.</summary>
public abstract class RemovalContract : DatabaseTest
{
    private static readonly WebsiteRow _old = At(Noon.AddHours(-30));
    private static readonly RemovedWebsite _removal = new(_old.Id, Noon.ToUnixTimeMilliseconds());
    private static readonly WebsiteRow _new = At(Noon.AddMinutes(1));

    [Fact]
    public async Task A_removed_website_and_its_history_are_forgotten_and_what_comes_after_is_kept()
    {
        var (shop, blog) = (Website("https://shop.test/"), Website("https://blog.test/"));
        House.Journal.Record(shop);
        House.Journal.Record(blog);
        House.Journal.Record(Healthy(shop, Noon));
        House.Journal.Record(Healthy(blog, Noon));
        House.Journal.Record(Incident(shop, "i1", Noon));
        House.Journal.Record(new RemovedWebsite(shop.Id, 2));
        House.Journal.Record(shop);
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(5)));
        await FlushAsync();

        var history = await HistoryAsync(shop);
        history.Checks.Single().At.ShouldBe(Noon.AddMinutes(5));
        history.Incidents.ShouldBeEmpty();
        (await HistoryAsync(blog)).Checks.Count.ShouldBe(1);
        (await House.Catalog.CountAsync(null, Stop)).Up.ShouldBe(2);

        House.Journal.Record(new RemovedWebsite(shop.Id, 2));
        await FlushAsync();
        (await OnlyWebsiteAsync()).Id.ShouldBe(blog.Id);
    }

    [Fact]
    public async Task A_removal_that_is_read_again_after_a_crash_leaves_a_website_that_was_registered_again_alone()
    {
        for (var repeat = 0; repeat < 2; repeat++)
        {
            House.Journal.Record(_old);
            House.Journal.Record(Failing(_old, Noon.AddHours(-29)));
            House.Journal.Record(Failing(_old, Noon.AddMinutes(-5)));
            House.Journal.Record(Incident(_old, "old", Noon.AddHours(-29), Noon.AddHours(-28)));
            House.Journal.Record(_removal);
            if (repeat == 0)
            {
                House.Journal.Record(_new);
                House.Journal.Record(Healthy(_new, Noon.AddMinutes(2)));
                House.Journal.Record(Incident(_new, "new", Noon.AddMinutes(3)));
            }

            await FlushAsync();
            await House.Maintenance.RunAsync(Stop);
            await NewOneIsThereAndOldOneIsNotAsync();
        }

        (await House.QueryAsync<long>("select sum(checks) from uptime_hour")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_removal_that_another_silo_stores_too_late_takes_what_is_older_only()
    {
        House.Journal.Record(Failing(_old, Noon.AddMinutes(-5)));
        House.Journal.Record(_new);
        House.Journal.Record(Healthy(_new, Noon.AddMinutes(2)));
        House.Journal.Record(Incident(_old, "old", Noon.AddMinutes(-5), Noon.AddMinutes(-1)));
        House.Journal.Record(Incident(_new, "new", Noon.AddMinutes(3)));
        await FlushAsync();
        House.Journal.Record(_removal);
        await FlushAsync();
        await NewOneIsThereAndOldOneIsNotAsync();
    }

    [Fact]
    public async Task A_removal_forgets_all_of_a_website_that_is_not_there_any_more_whatever_the_clocks_say()
    {
        House.Journal.Record(_old);
        House.Journal.Record(Failing(_old, Noon.AddMinutes(5)));
        House.Journal.Record(Incident(_old, "old", Noon.AddMinutes(5)));
        await FlushAsync();
        await House.Maintenance.RunAsync(Stop);
        House.Journal.Record(_removal with { Version = 1 });
        House.Journal.Record(_removal);
        await FlushAsync();

        foreach (var table in new[] { "website", "last_check", "check_result", "uptime_hour", "uptime_day", "incident" })
            (await House.CountAsync(table)).ShouldBe(0, table);
    }

    private static WebsiteRow At(DateTimeOffset moment) => Website("https://shop.test/", moment.ToUnixTimeMilliseconds());

    private async Task NewOneIsThereAndOldOneIsNotAsync()
    {
        var website = await OnlyWebsiteAsync();
        website.LastCheck!.At.ShouldBe(Noon.AddMinutes(2));
        var history = await HistoryAsync(_new);
        history.Checks.Select(check => check.At).ShouldBe([Noon.AddMinutes(2)]);
        history.Incidents.Select(incident => incident.Id).ShouldBe(["new"]);
    }
}
