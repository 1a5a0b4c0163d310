using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Quieting;

/// <summary>A website in maintenance, as its owner meets it.</summary>
public sealed class MaintenanceTests : IAsyncLifetime
{
    private static readonly OwnerId _team = OwnerId.Parse("team");

    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private IWebsiteGrain _website = null!;

    private IMaintenanceGrain Maintenance => _house.Grains.GetGrain<IMaintenanceGrain>(_team.GrainKey);

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp) = ([], 1);
        await _house.RestartAsync();
        _website = await _house.WatchAsync(_site.Url, new() { Tags = ["shop"] });
        await _website.CheckNowAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_calendar_shows_every_time_of_a_window_that_recurs_and_none_of_one_that_was_ended()
    {
        var now = _house.Clock.GetUtcNow();
        var midnight = new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(1);
        await Maintenance.AddAsync(new MaintenanceWindow { Id = "nightly", Owner = _team, Cron = "0 2 * * *", Length = TimeSpan.FromHours(1), Zone = "UTC" });
        await Maintenance.AddAsync(new MaintenanceWindow { Id = "ended", Owner = _team, From = midnight, To = midnight.AddHours(1), Zone = "UTC" });
        await Maintenance.RemoveAsync("ended");

        var times = await Maintenance.ListTimesAsync(midnight, midnight.AddDays(3));

        times.ShouldBe(Enumerable.Range(0, 3).Select(day => new MaintenanceTime("nightly", new MaintenanceSpan(midnight.AddDays(day).AddHours(2), midnight.AddDays(day).AddHours(3)))));
        (await Maintenance.ListTimesAsync(midnight, midnight.AddYears(1))).Count.ShouldBe(MaintenanceTime.MaximumDays);
    }

    [Fact]
    public async Task An_outage_in_maintenance_is_told_at_the_minute_it_is_over_when_it_lasts()
    {
        await AddAsync(minutes: 60);
        await GoDownAsync();

        _house.Clock.Advance(TimeSpan.FromMinutes(58));
        (await _website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
        _house.Mail.Messages.ShouldBeEmpty();

        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        var mail = (await _house.Mail.WaitForMailAsync(1))[0];
        mail.Subject.ShouldStartWith("DOWN");
        mail.Text.ShouldContain("It went down during its maintenance, which is over.");
        (await _website.GetStatusAsync())!.Quiet.ShouldBeNull();
    }

    [Fact]
    public async Task An_outage_that_ends_within_maintenance_is_recorded_and_nothing_is_told()
    {
        await AddAsync(minutes: 60);
        await GoDownAsync();
        (await _website.GetStatusAsync())!.Quiet.ShouldBe(new QuietStatus { MaintenanceUntil = Now.AddMinutes(60), Held = HoldReason.Maintenance });
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        _site.Answer = Answers.Ok;

        (await _website.CheckNowAsync())!.Standing.ShouldBe(Standing.Up);
        _house.Clock.Advance(TimeSpan.FromMinutes(115));
        await _website.CheckNowAsync();

        var incident = (await Eventually.GetAsync(() => _house.History.GetLatestIncidentsAsync(null, 10), seen => seen is [{ EndedAt: not null }]))[0];
        incident.IsDuringMaintenance.ShouldBeTrue();
        await EveryAlertIsToldAsync();
        _house.Mail.Messages.ShouldBeEmpty();
        await Eventually.GetAsync(() => _house.History.GetUptimeAsync(Id), seen => seen.Day == 1);
    }

    [Fact]
    public async Task What_is_held_back_survives_a_restart_and_is_told_once()
    {
        await AddAsync(minutes: 60);
        await GoDownAsync();

        await _house.RestartAsync(away: TimeSpan.FromHours(2));
        _website = _house.Website(_site.Url);
        await _house.TickAsync(_website);
        await _house.Mail.WaitForMailAsync(1);
        await _house.RestartAsync(away: TimeSpan.FromMinutes(5));
        _website = _house.Website(_site.Url);
        await _house.TickAsync(_website);

        await EveryAlertIsToldAsync();
        _house.Mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_after_an_alert_was_let_go_and_before_it_was_handed_over_neither_loses_nor_repeats_it()
    {
        await AddAsync(minutes: 60);
        await GoDownAsync();
        await _house.ExecuteAsync("create trigger no_outbox before update on us_grain_state when new.state_name = 'owner-notification' begin select raise(abort, 'no'); end");
        _house.Clock.Advance(TimeSpan.FromHours(1));
        await _website.CheckNowAsync();
        (await _website.GetStatusAsync())!.UnsentAlerts.ShouldBe(1);

        await _house.RestartAsync();
        await _house.ExecuteAsync("drop trigger no_outbox");
        _website = _house.Website(_site.Url);
        await Eventually.HoldsAsync(async () =>
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(15));
            await _website.CheckNowAsync();
            return _house.Mail.Messages.Count > 0;
        });

        await EveryAlertIsToldAsync();
        _house.Mail.Messages.Single().Subject.ShouldStartWith("DOWN");
    }

    [Fact]
    public async Task A_window_for_another_tag_or_website_changes_nothing()
    {
        await Maintenance.AddAsync(Window("a", 60) with { Tag = "blog" });
        await Maintenance.AddAsync(Window("b", 60) with { Url = WebsiteUrl.Parse("https://blog.example") });

        await GoDownAsync();

        await _house.Mail.WaitForMailAsync(1);
    }

    [Fact]
    public async Task A_window_that_is_removed_ends_at_once_and_for_good()
    {
        await Maintenance.AddAsync(Window("a", 60) with { Tag = "shop" });
        await GoDownAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(10));

        (await Maintenance.RemoveAsync("a")).ShouldBeTrue();
        (await Maintenance.RemoveAsync("a")).ShouldBeFalse();
        (await Maintenance.ListAsync()).ShouldBeEmpty();
        await _website.CheckNowAsync();

        await _house.Mail.WaitForMailAsync(1);
    }

    [Fact]
    public async Task Adding_a_window_twice_keeps_one_and_a_bad_one_is_refused()
    {
        var added = await Maintenance.AddAsync(Window("a", 60));
        added.Planned!.Now.ShouldBe(new MaintenanceSpan(Now, Now.AddMinutes(60)));
        (await Maintenance.AddAsync(Window("a", 90))).Planned.ShouldBe(added.Planned);
        (await Maintenance.AddAsync(Window("b", 0))).Problem!.ShouldContain("is not after its beginning");

        (await Maintenance.ListAsync()).Single().Window.Id.ShouldBe("a");
    }

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    private WebsiteId Id => WebsiteId.From(_team, _site.Url);

    private MaintenanceWindow Window(string id, int minutes) => new() { Id = id, Owner = _team, From = Now, To = Now.AddMinutes(minutes), Zone = "UTC" };

    private async Task AddAsync(int minutes) => (await Maintenance.AddAsync(Window("a", minutes))).Problem.ShouldBeNull();

    private async Task GoDownAsync()
    {
        _site.Answer = Answers.Status(503);
        (await _website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
    }

    private async Task EveryAlertIsToldAsync()
    {
        (await _website.GetStatusAsync())!.UnsentAlerts.ShouldBe(0);
        await Eventually.HoldsAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts == 0);
    }
}
