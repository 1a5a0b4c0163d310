using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Tests.Support;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>How long what is kept, as the days go by.</summary>
public sealed class RetentionTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checks_go_after_two_weeks_hours_after_three_months_and_days_stay(bool onPostgres)
    {
        var clock = new FakeTimeProvider(Noon);
        await using var house = await TestDatabase.OpenAsync(onPostgres ? await server.CreateDatabaseAsync() : null, clock);
        var shop = Website("https://shop.test/");
        for (var day = 0; day < 100; day++)
        {
            await house.StoreAsync(Healthy(shop, clock.GetUtcNow()));
            if (day % 9 == 0)
                await house.Maintenance.RunAsync(Stop);
            clock.Advance(TimeSpan.FromDays(1));
        }

        await house.Maintenance.RunAsync(Stop);
        (await house.CountAsync("check_result")).ShouldBe(14);
        (await house.CountAsync("uptime_hour")).ShouldBe(90);
        (await house.QueryAsync<long>("select sum(checks) from uptime_day")).ShouldBe([100]);
    }

    [Fact]
    public async Task PostgreSQL_has_room_for_the_next_days_before_they_begin()
    {
        await using var house = await TestDatabase.OpenAsync(await server.CreateDatabaseAsync(), new FakeTimeProvider(Noon));
        await house.Maintenance.RunAsync(Stop);
        var names = await house.QueryAsync<string>("select relname::text from pg_class where relname like 'check_result_2%' and relkind = 'r' order by 1");
        names.ShouldBe(Enumerable.Range(0, 3).Select(i => $"check_result_{Noon.AddDays(i):yyyyMMdd}"));
    }

    [Fact]
    public async Task A_check_older_than_what_is_kept_is_not_stored_and_does_not_hold_up_others()
    {
        await using var house = await TestDatabase.OpenAsync(await server.CreateDatabaseAsync(), new FakeTimeProvider(Noon));
        await house.StoreAsync(Healthy(Website("https://shop.test/"), Noon.AddDays(-40)), Healthy(Website("https://shop.test/"), Noon));
        (await house.CountAsync("check_result")).ShouldBe(1);
    }

    [Fact]
    public async Task A_day_whose_partition_somebody_dropped_is_made_again()
    {
        await using var house = await TestDatabase.OpenAsync(await server.CreateDatabaseAsync());
        await house.StoreAsync(Healthy(Website("https://shop.test/"), Noon));
        await house.QueryAsync<int>($"drop table check_result_{Noon:yyyyMMdd}; select 1");
        house.Journal.Record(Healthy(Website("https://shop.test/"), Noon.AddMinutes(1)));
        await house.Journal.FlushAsync(Stop);
        (await house.CountAsync("check_result")).ShouldBe(1);
    }
}
