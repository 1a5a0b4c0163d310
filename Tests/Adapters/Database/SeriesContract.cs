using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What charts are drawn from, on every database.</summary>
public abstract class SeriesContract : DatabaseTest
{
    [Fact]
    public async Task Latencies_are_ranked_step_by_step_and_failed_checks_only_counted()
    {
        var shop = Website("https://shop.test/");
        for (var i = 1; i <= 100; i++)
            House.Journal.Record(Healthy(shop, Noon.AddSeconds(i), i) with { Phases = PackedPhases.Pack(new PhaseTimes(Milliseconds(2), Milliseconds(3), Milliseconds(4), default)) });
        House.Journal.Record(Failing(shop, Noon.AddMinutes(2)));
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(3), 9000) with { IsDoubted = true });
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(4), 9000) with { IsInMaintenance = true });
        House.Journal.Record(Failing(shop, Noon.AddMinutes(20)));
        await FlushAsync();

        var points = await House.History.GetLatencyStepsAsync(shop.Id, Noon, TimeSpan.FromMinutes(15), Stop);
        points.Count.ShouldBe(2);
        var first = points[0];
        (first.At, first.Checks, first.Failures).ShouldBe((Noon, 101, 1));
        (first.P50, first.P95, first.P99, first.Longest, first.Mean).ShouldBe((Milliseconds(50), Milliseconds(95), Milliseconds(99), Milliseconds(100), Milliseconds(50.5)));
        first.Phases.ShouldBe(new PhaseTimes(Milliseconds(2), Milliseconds(3), Milliseconds(4), Milliseconds(41.5)));
        var second = points[1];
        (second.At, second.Checks, second.Failures, second.P50, second.Mean, second.Phases).ShouldBe((Noon.AddMinutes(15), 1, 1, null, null, null));
    }

    [Fact]
    public async Task A_day_is_summed_up_with_its_watched_hours_and_the_ranks_of_its_good_checks()
    {
        var shop = Website("https://shop.test/");
        House.Journal.Record(shop);
        for (var i = 1; i <= 20; i++)
            House.Journal.Record(Healthy(shop, Noon.AddMinutes(i * 4), i));
        House.Journal.Record(Failing(shop, Noon.AddHours(6)));
        await FlushAsync();
        await House.Maintenance.RunAsync(Stop);

        var yesterday = DateOnly.FromDateTime(Noon.UtcDateTime);
        var day = (await House.History.GetDaySumsAsync(shop.Id, yesterday, Stop)).Single();
        (day.At, day.Checks, day.Failures, day.Hours).ShouldBe((Noon.AddHours(-12), 21, 1, 3));
        (day.P50, day.P95, day.P99, day.Longest).ShouldBe((Milliseconds(10), Milliseconds(19), Milliseconds(20), Milliseconds(90)));
        (await House.History.GetDaySumsAsync(shop.Id, yesterday.AddDays(1), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_without_a_good_check_has_no_ranks()
    {
        var shop = Website("https://shop.test/");
        House.Journal.Record(Failing(shop, Noon));
        await FlushAsync();
        await House.Maintenance.RunAsync(Stop);

        var day = (await House.History.GetDaySumsAsync(shop.Id, DateOnly.FromDateTime(Noon.UtcDateTime), Stop)).Single();
        (day.Checks, day.Failures, day.P50).ShouldBe((1, 1, null));
    }

    [Fact]
    public async Task Hours_are_summed_as_their_checks_come()
    {
        var shop = Website("https://shop.test/");
        House.Journal.Record(Healthy(shop, Noon, 10));
        House.Journal.Record(Failing(shop, Noon.AddMinutes(5)));
        await FlushAsync();

        var hour = (await House.History.GetHourSumsAsync(shop.Id, Noon, Stop)).Single();
        (hour.At, hour.Checks, hour.Failures, hour.Mean, hour.Longest).ShouldBe((Noon, 2, 1, Milliseconds(50), Milliseconds(90)));
    }

    private static TimeSpan Milliseconds(double count) => TimeSpan.FromMilliseconds(count);
}
