using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the journal promises, on every database.</summary>
public abstract class JournalContract : DatabaseTest
{
    private static readonly WebsiteRow _shop = Website("https://shop.test/");
    private static readonly WebsiteRow _blog = Website("https://blog.test/");

    [Fact]
    public async Task A_check_is_found_as_it_was_recorded()
    {
        House.Journal.Record(Failing(_shop, Noon));
        House.Journal.Record(Healthy(_shop, Noon.AddMinutes(5)));
        await FlushAsync();

        var checks = (await HistoryAsync(_shop)).Checks;
        checks.ShouldBe([
            new CheckSummary(Noon.AddMinutes(5), 200, TimeSpan.FromMilliseconds(40), true, null),
            new CheckSummary(Noon, 503, TimeSpan.FromMilliseconds(90), false, "The server answered with an error."),
        ]);
    }

    [Fact]
    public async Task Storing_everything_twice_changes_nothing()
    {
        for (var repeat = 0; repeat < 2; repeat++)
        {
            House.Journal.Record(_shop);
            House.Journal.Record(Healthy(_shop, Noon));
            House.Journal.Record(Failing(_shop, Noon.AddMinutes(5)));
            House.Journal.Record(Incident(_shop, "i1", Noon));
            House.Journal.Record(Delivery("a1", 1, Noon));
            await FlushAsync();
        }

        (await House.CountAsync("check_result")).ShouldBe(2);
        (await House.CountAsync("website")).ShouldBe(1);
        (await House.CountAsync("incident")).ShouldBe(1);
        (await House.CountAsync("delivery")).ShouldBe(1);
        (await House.QueryAsync<long>("select checks * 10 + failures from uptime_hour")).ShouldBe([21]);
    }

    [Fact]
    public async Task A_doubted_check_is_kept_and_counts_nowhere()
    {
        House.Journal.Record(_shop);
        House.Journal.Record(Healthy(_shop, Noon));
        House.Journal.Record(Failing(_shop, Noon.AddMinutes(5)) with { IsDoubted = true });
        House.Journal.Record(Failing(_blog, Noon) with { IsDoubted = true });
        await FlushAsync();

        (await HistoryAsync(_shop)).Checks.Select(check => (check.IsHealthy, check.IsDoubted)).ShouldBe([(false, true), (true, false)]);
        (await OnlyWebsiteAsync()).LastCheck!.At.ShouldBe(Noon);
        (await House.History.GetLastCheckAsync(_blog.Id, Stop)).ShouldBeNull();
        (await House.QueryAsync<long>("select checks * 10 + failures from uptime_hour")).ShouldBe([10]);
    }

    [Theory]
    [InlineData(FailureKind.CheckBlocked)]
    [InlineData(FailureKind.CheckSkipped)]
    [InlineData(FailureKind.SecretUnreadable)]
    [InlineData(FailureKind.PingNotPossible)]
    [InlineData(FailureKind.HeartbeatAwaited)]
    public async Task A_check_that_met_a_bot_wall_or_saw_nothing_is_the_last_check_and_counts_into_no_sum(FailureKind kind)
    {
        House.Journal.Record(_shop);
        House.Journal.Record(Healthy(_shop, Noon));
        House.Journal.Record(Failing(_shop, Noon.AddMinutes(5)) with { Failure = kind });
        House.Journal.Record(Failing(_blog, Noon) with { Failure = kind });
        await FlushAsync();

        (await HistoryAsync(_shop)).Checks.Select(check => (check.IsHealthy, check.IsUnseen)).ShouldBe([(false, true), (true, false)]);
        (await OnlyWebsiteAsync()).LastCheck!.IsUnseen.ShouldBeTrue();
        (await House.History.GetLastCheckAsync(_shop.Id, Stop))!.IsUnseen.ShouldBeTrue();
        (await House.QueryAsync<long>("select checks * 10 + failures from uptime_hour")).ShouldBe([10]);
    }

    [Fact]
    public async Task The_sums_of_hours_and_days_equal_a_recount_of_the_rows()
    {
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var at = Noon.AddDays(-random.Next(3)).AddSeconds(random.Next(20_000));
            var site = random.Next(2) == 0 ? _shop : _blog;
            House.Journal.Record(random.Next(9) == 0 ? Failing(site, at) : Healthy(site, at, random.Next(5000)));
            if (i == 1500)
                await House.Maintenance.RunAsync(Stop);      // what comes later for a day that was added up counts too
        }

        await FlushAsync();
        await House.Maintenance.RunAsync(Stop);

        const string Sums = "coalesce(sum(checks), 0) as checks, sum(failures) as failures, sum(latency_sum_us) as latency, max(latency_max_us) as longest";
        var recount = (await House.QueryAsync<(long, long, long, long)>(
            "select count(*), sum(case when failure <> 0 then 1 else 0 end), sum(latency_us), max(latency_us) from check_result"))[0];
        recount.Item1.ShouldBeGreaterThan(2900);
        (await House.QueryAsync<(long, long, long, long)>($"select {Sums} from uptime_hour"))[0].ShouldBe(recount);
        (await House.QueryAsync<(long, long, long, long)>($"select {Sums} from uptime_day"))[0].ShouldBe(recount);
    }

    [Fact]
    public async Task The_higher_version_of_a_website_wins_whatever_comes_last()
    {
        House.Journal.Record(Website("https://shop.test/", version: 3, standing: Standing.Down));
        House.Journal.Record(Website("https://shop.test/", version: 2, standing: Standing.Up));
        await FlushAsync();
        House.Journal.Record(Website("https://shop.test/", version: 1, standing: Standing.Pending));
        await FlushAsync();

        (await OnlyWebsiteAsync()).Standing.ShouldBe(Standing.Down);
    }

    [Fact]
    public async Task A_change_of_a_website_keeps_its_last_check()
    {
        House.Journal.Record(Website("https://shop.test/", version: 1));
        House.Journal.Record(Healthy(_shop, Noon.AddMinutes(5)));
        await FlushAsync();
        House.Journal.Record(Healthy(_shop, Noon));
        House.Journal.Record(Website("https://shop.test/", version: 2, standing: Standing.Paused));
        await FlushAsync();

        var website = await OnlyWebsiteAsync();
        website.Standing.ShouldBe(Standing.Paused);
        website.LastCheck!.At.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public async Task Odd_text_is_stored_without_what_no_database_takes()
    {
        House.Journal.Record(Website("https://shop.test/", name: "a\0b'\"%_\\ 🐿 \ud800", tags: ["tag\0", "x,y"]));
        House.Journal.Record(Failing(_shop, Noon, "broken \0 half \udc00; drop table website; --"));
        await FlushAsync();

        var website = await OnlyWebsiteAsync();
        website.Settings.Name.ShouldBe("ab'\"%_\\ 🐿 \ufffd");
        website.Settings.Tags.ShouldBe(["tag", "x,y"]);
        website.LastCheck!.Reason.ShouldBe("broken  half \ufffd; drop table website; --");
        House.Log.At(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_is_named_and_does_not_hold_up_the_others()
    {
        await RefuseAsync("delivery", "attempt <> 13");
        for (var i = 1; i <= 20; i++)
            House.Journal.Record(Delivery("a1", i, Noon.AddSeconds(i)));
        House.Journal.Record(Healthy(_shop, Noon));
        await FlushAsync();

        (await House.CountAsync("delivery")).ShouldBe(19);
        (await House.CountAsync("check_result")).ShouldBe(1);
        House.Log.At(LogLevel.Error).ShouldBe(["The database refused delivery attempt 13 of alert a1, and always will: this row is lost."]);
    }

    [Fact]
    public async Task Rows_are_stored_without_a_flush_soon_after_they_were_recorded()
    {
        House.Journal.Record(Healthy(_shop, Noon));
        await Eventually.HoldsAsync(async () => await House.CountAsync("check_result") == 1, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Stopping_stores_what_was_recorded()
    {
        for (var i = 0; i < 12_000; i++)
            House.Journal.Record(Healthy(_shop, Noon.AddMilliseconds(i)));
        await House.StopJournalAsync(Stop);

        (await House.CountAsync("check_result")).ShouldBe(12_000);
    }

    [Fact]
    public async Task Two_silos_that_write_the_same_websites_count_every_check_once()
    {
        var websites = Enumerable.Range(0, 200).Select(i => Website($"https://site{i}.test/")).ToArray();
        await using var other = await OpenSecondWriterAsync();
        if (other is null)
            return;
        for (var i = 0; i < 20; i++)
        {
            foreach (var website in websites)
                House.Journal.Record(Healthy(website, Noon.AddSeconds(i)));
            foreach (var website in websites.Reverse())
                other.Journal.Record(Healthy(website, Noon.AddSeconds(i + 10)));
        }

        await Task.WhenAll(FlushAsync(), other.Journal.FlushAsync(Stop));
        (await House.CountAsync("check_result")).ShouldBe(200 * 30);
        (await House.QueryAsync<long>("select sum(checks) from uptime_hour")).ShouldBe([200 * 30]);
    }
}
