using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

public sealed class WebsiteGrainTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Registering_twice_changes_nothing_and_registering_otherwise_changes_only_that()
    {
        var website = await _house.WatchAsync(_site.Url, new() { Name = "Shop" });
        var team = OwnerId.Parse("team");

        (await website.RegisterAsync(team, _site.Url, WebsiteChanges.None)).Outcome.ShouldBe(RegistrationOutcome.Unchanged);
        (await website.RegisterAsync(team, _site.Url, new() { Tags = ["prod"] })).Outcome.ShouldBe(RegistrationOutcome.Changed);
        (await website.RegisterAsync(team, _site.Url, new() { Name = "" })).Outcome.ShouldBe(RegistrationOutcome.Refused);

        var status = await website.GetStatusAsync();
        (status!.Settings.Name, status.Settings.Tags.Single(), status.Standing).ShouldBe(("Shop", "prod", Standing.Pending));
    }

    [Fact]
    public async Task Of_two_who_add_the_same_website_at_once_one_does_and_the_other_changes_nothing()
    {
        var (website, team) = (_house.Website(_site.Url), OwnerId.Parse("team"));

        var both = await Task.WhenAll(((string[])["One", "Two"]).Select(name => website.RegisterAsync(team, _site.Url, new() { Name = name, OnlyIfNew = true })));

        both.Select(result => result.Outcome).Order().ShouldBe([RegistrationOutcome.Created, RegistrationOutcome.Outdated]);
        var added = both[0].Outcome == RegistrationOutcome.Created ? "One" : "Two";
        (await website.GetStatusAsync())!.Settings.Name.ShouldBe(added);
    }

    [Fact]
    public async Task A_registered_website_is_in_the_list_at_once()
    {
        await _house.WatchAsync(_site.Url);

        (await _house.Catalog.FindAsync(new() { Url = _site.Url })).Websites.Single().Owner.Text.ShouldBe("team");
    }

    [Fact]
    public async Task Its_reminder_checks_it_within_one_interval_of_its_registration()
    {
        await _house.WatchAsync(_site.Url);

        _house.Clock.Advance(TimeSpan.FromMinutes(5));

        await Eventually.TrueAsync(() => _site.Requests.Count == 1, () => $"{_site.Requests.Count} looks");
    }

    [Fact]
    public async Task A_tick_that_comes_twice_is_one_look()
    {
        var website = await _house.WatchAsync(_site.Url);

        await _house.TickAsync(website);
        await _house.TickAsync(website);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        await _house.TickAsync(website);

        _site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_tick_that_comes_late_is_a_look_all_the_same()
    {
        var website = await _house.WatchAsync(_site.Url);
        await _house.TickAsync(website);

        _house.Clock.Advance(TimeSpan.FromMinutes(3));
        var before = _site.Requests.Count;
        await _house.TickAsync(website);

        _site.Requests.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_hiccup_is_looked_at_again_and_nobody_is_told()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Status(503);
        await website.CheckNowAsync();
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Suspect);

        _site.Answer = Answers.Ok;
        _house.Clock.Advance(TimeSpan.FromSeconds(5));

        await StandsAsync(website, Standing.Up);
        _house.Mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_called_down_after_both_rechecks_and_back_up_after_two_good_looks()
    {
        var website = await _house.WatchAsync(_site.Url);
        _site.Answer = Answers.Status(503);
        await website.CheckNowAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(5));
        await LooksAsync(2);
        await CheckedAsync(website, 5);
        _house.Clock.Advance(TimeSpan.FromSeconds(30));
        await StandsAsync(website, Standing.Down);
        await _house.Mail.WaitForMailAsync(1);

        _site.Answer = Answers.Ok;
        await website.CheckNowAsync();
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Down);
        _house.Clock.Advance(TimeSpan.FromSeconds(5));
        await StandsAsync(website, Standing.Up);

        (await _house.Mail.WaitForMailAsync(2)).Count.ShouldBe(2);
        var incidents = await Eventually.GetAsync(() => _house.History.GetLatestIncidentsAsync(null, 10), seen => seen is [{ EndedAt: not null }]);
        (incidents[0].EndedAt - incidents[0].StartedAt).ShouldBe(TimeSpan.FromSeconds(35));
    }

    [Fact]
    public async Task A_status_is_answered_while_a_slow_website_is_being_looked_at()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Hang;

        var look = website.CheckNowAsync();
        await LooksAsync(2);
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
        look.IsCompleted.ShouldBeFalse();
        await look;
    }

    [Fact]
    public async Task A_server_that_refused_HEAD_is_asked_with_GET_from_then_on()
    {
        var website = await _house.WatchAsync(_site.Url);
        _site.Answer = Answers.RefuseHead(Answers.Ok);

        // The refusal is remembered with the next change of standing, which the first look is.
        await website.CheckNowAsync();
        await website.CheckNowAsync();

        _site.Requests.Select(request => request.Split(' ')[0]).ShouldBe(["HEAD", "GET", "GET"]);
    }

    [Fact]
    public async Task Standing_and_suspicion_survive_a_restart()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Status(500);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        await website.CheckNowAsync();

        await _house.RestartAsync();
        website = _house.Website(_site.Url);
        var status = await website.GetStatusAsync();
        (status!.Standing, status.LastCheck!.StatusCode).ShouldBe((Standing.Suspect, 500));

        _house.Clock.Advance(TimeSpan.FromSeconds(5));
        await LooksAsync(3);
    }

    [Fact]
    public async Task A_paused_website_is_not_looked_at_until_it_is_resumed()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.PauseAsync();
        await _house.TickAsync(website);
        await website.CheckNowAsync();
        _site.Requests.ShouldBeEmpty();

        (await website.ResumeAsync())!.Standing.ShouldBe(Standing.Pending);
        await website.CheckNowAsync();
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
    }

    [Fact]
    public async Task A_removed_website_is_gone_and_a_late_tick_of_it_is_ignored()
    {
        var website = await _house.WatchAsync(_site.Url);
        (await website.RemoveAsync()).ShouldBeTrue();

        await _house.TickAsync(website);
        _site.Requests.ShouldBeEmpty();
        (await website.GetStatusAsync()).ShouldBeNull();
        (await website.RemoveAsync()).ShouldBeFalse();
        (await _house.Catalog.CountAsync(null)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_website_removed_and_registered_again_is_told_about_again()
    {
        _house.Checks.RecheckDelays = [];
        await _house.RestartAsync();
        _site.Answer = Answers.Status(503);
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        await _house.Mail.WaitForMailAsync(1);

        await website.RemoveAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        website = await _house.WatchAsync(_site.Url);
        (await _house.Catalog.CountAsync(null)).Pending.ShouldBe(1);
        await website.CheckNowAsync();

        await _house.Mail.WaitForMailAsync(2);
    }

    [Fact]
    public async Task A_resumed_website_takes_its_first_tick_although_it_was_checked_just_before_the_pause()
    {
        var website = await _house.WatchAsync(_site.Url);
        await _house.TickAsync(website);
        await website.PauseAsync();
        await website.ResumeAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        await _house.TickAsync(website);

        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
    }

    private Task LooksAsync(int count) => Eventually.TrueAsync(() => _site.Requests.Count == count, () => $"{_site.Requests.Count} looks instead of {count}");

    private static Task CheckedAsync(IWebsiteGrain website, int secondsAfterStart) => Eventually.GetAsync(
        async () => (await website.GetStatusAsync())!.LastCheck!.At, at => at == new DateTimeOffset(2026, 11, 23, 10, 0, secondsAfterStart, TimeSpan.Zero));

    private static Task StandsAsync(IWebsiteGrain website, Standing standing) =>
        Eventually.GetAsync(async () => (await website.GetStatusAsync())!.Standing, seen => seen == standing);
}
