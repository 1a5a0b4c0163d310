using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>A check that did not come: who notices, and what is done about it.</summary>
public sealed class OverdueWebsiteTests : IAsyncLifetime
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    private TimeSpan FirstCheckIn => ScheduleRules.FirstCheckIn(WebsiteId.From(OwnerId.Parse("team"), _site.Url), _interval);

    public async ValueTask InitializeAsync() => (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_check_that_was_due_while_no_silo_was_there_is_made_by_the_first_sweep()
    {
        await _house.WatchAsync(_site.Url);

        // Its own next tick is four and a half minutes away.
        await _house.RestartAsync(away: FirstCheckIn + TimeSpan.FromSeconds(30));
        await SweepAsync();

        await LooksAsync(1);
    }

    [Fact]
    public async Task A_check_that_was_due_long_ago_waits_for_its_next_tick()
    {
        await _house.WatchAsync(_site.Url);

        await _house.RestartAsync(away: FirstCheckIn + TimeSpan.FromMinutes(3));
        await SweepAsync();
        await _house.Website(_site.Url).GetStatusAsync();

        _site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tick_and_a_sweep_for_the_same_check_are_one_look()
    {
        var website = await _house.WatchAsync(_site.Url);

        _house.Clock.Advance(FirstCheckIn + TimeSpan.FromSeconds(10));
        await LooksAsync(1);
        await SweepAsync();
        await _house.TickAsync(website);

        _site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Asked_twice_for_a_check_that_was_due_it_looks_once()
    {
        var website = await _house.WatchAsync(_site.Url);
        var due = _house.Clock.GetUtcNow().AddSeconds(-8);

        (await website.LookIfOverdueAsync(due, null)).ShouldBeTrue();
        (await website.LookIfOverdueAsync(due, null)).ShouldBeFalse();
        await LooksAsync(1);
        await _house.TickAsync(website);

        _site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Its_next_check_is_due_as_ever_after_one_that_was_late()
    {
        var website = await _house.WatchAsync(_site.Url);
        var due = _house.Clock.GetUtcNow().AddSeconds(-8);
        await website.LookIfOverdueAsync(due, null);
        await LooksAsync(1);

        (await website.LookIfOverdueAsync(due + _interval, null)).ShouldBeTrue();
        await LooksAsync(2);
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(600, 1)]
    public async Task A_check_made_late_counts_as_made_and_those_before_it_that_never_came_as_missed(int checkedSecondsBeforeDue, int missed)
    {
        var website = await _house.WatchAsync(_site.Url);
        var due = _house.Clock.GetUtcNow().AddSeconds(-200);

        await website.LookIfOverdueAsync(due, due.AddSeconds(-checkedSecondsBeforeDue));

        await Eventually.HoldsAsync(() => _house.Service<SiloFigures>().Checks == 1);
        _house.Service<SiloFigures>().MissedChecks.ShouldBe(missed);
    }

    [Fact]
    public async Task A_check_that_is_under_way_is_not_overdue_and_saying_so_does_not_wait_for_it()
    {
        var website = await _house.WatchAsync(_site.Url);
        _site.Answer = Answers.Hang;
        var tick = _house.TickAsync(website);
        await LooksAsync(1);

        (await website.LookIfOverdueAsync(_house.Clock.GetUtcNow(), null)).ShouldBeFalse();
        tick.IsCompleted.ShouldBeFalse();
        await tick;
    }

    [Fact]
    public async Task A_tick_soon_after_a_check_that_was_made_late_is_served_too()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.LookIfOverdueAsync(_house.Clock.GetUtcNow() - (_interval * 0.9), null);
        await LooksAsync(1);

        await _house.TickAsync(website);

        _site.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_website_that_was_suspect_when_its_silo_ended_is_looked_at_by_the_next_one_without_waiting_for_a_tick()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Status(503);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Suspect);
        await Eventually.GetAsync(() => _house.Catalog.FindAsync(new CatalogQuery()), found => found.Websites.Any(seen => seen.Standing == Standing.Suspect));

        await _house.RestartAsync();
        await SweepAsync();
        await Eventually.HoldsAsync(() =>
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
            return _site.Requests.Count(request => request.StartsWith("HEAD", StringComparison.Ordinal)) > 2;
        });
        (_house.Clock.GetUtcNow() - new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)).ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Nobody_looks_at_a_website_that_is_paused_or_not_known()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.PauseAsync();
        (await website.LookIfOverdueAsync(_house.Clock.GetUtcNow(), null)).ShouldBeFalse();

        await website.RemoveAsync();
        (await _house.Website(_site.Url).LookIfOverdueAsync(_house.Clock.GetUtcNow(), null)).ShouldBeFalse();
    }

    private Task SweepAsync()
    {
        _house.Clock.Advance(TimeSpan.FromSeconds(3));
        return _house.SweptAsync();
    }

    private Task LooksAsync(int count) => Eventually.TrueAsync(() => _site.Requests.Count == count, () => $"{_site.Requests.Count} looks instead of {count}");
}
