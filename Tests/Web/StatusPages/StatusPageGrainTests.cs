using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Status pages as those who edit them meet them, and what visitors get to know, over a real database.</summary>
public sealed class StatusPageGrainTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    private IStatusPageGrain Page => PageOf("shop");

    private IStatusPagesGrain All => _house.Grains.GetGrain<IStatusPagesGrain>(0);

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp, _house.Alerts.PublicUrl) = ([], 1, "https://monitor.example:8443/squirrel");
        await _house.RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_made_changed_listed_and_removed_and_survives_a_restart()
    {
        (await Page.GetAsync()).ShouldBeNull();
        (await Page.ChangeAsync(Settings(), null)).Outcome.ShouldBe(StatusPageOutcome.Missing);
        var made = (await Page.CreateAsync(Settings() with { Domain = "status.shop.example" })).Page!;
        (await Page.CreateAsync(Settings())).Outcome.ShouldBe(StatusPageOutcome.Exists);
        (await Page.ChangeAsync(Settings() with { Title = "Shops" }, made.Version)).Outcome.ShouldBe(StatusPageOutcome.Done);
        (await Page.ChangeAsync(Settings() with { Title = "Late" }, made.Version)).Outcome.ShouldBe(StatusPageOutcome.Outdated);
        (await Page.ChangeAsync(Settings() with { Title = "" }, null)).Problems.Single().Field.ShouldBe("title");

        await _house.RestartAsync();

        (await Page.GetAsync())!.Settings.Title.ShouldBe("Shops");
        (await All.ListAsync()).ShouldBe([new StatusPageSummary(Slug, "Shops", null, null, HasPassword: false)]);
        (await Page.RemoveAsync()).ShouldBeTrue();
        (await Page.RemoveAsync()).ShouldBeFalse();
        (await Page.GetAsync()).ShouldBeNull();
        (await All.ListAsync()).ShouldBeEmpty();
        (await Page.CreateAsync(Settings())).Page!.Version.ShouldBeGreaterThan(made.Version + 1);
    }

    [Fact]
    public async Task No_two_pages_have_the_same_domain_until_one_gives_it_up()
    {
        var settings = Settings() with { Domain = "status.shop.example" };
        await Page.CreateAsync(settings);

        (await PageOf("blog").CreateAsync(settings)).Problems.Single().Message.ShouldBe(
            "The domain status.shop.example shows the status page 'shop' already: expected one that no other page has.");
        (await PageOf("blog").GetAsync()).ShouldBeNull();
        await Page.ChangeAsync(Settings(), null);
        (await PageOf("blog").CreateAsync(settings)).Outcome.ShouldBe(StatusPageOutcome.Done);
    }

    [Fact]
    public async Task A_page_does_not_take_the_place_of_the_installation_itself()
    {
        (await Page.CreateAsync(Settings() with { Domain = "Monitor.Example." })).Problems.Single().Message.ShouldBe(
            "By monitor.example people and programs reach the installation itself, which the page would take the place of: expected a domain that is for the page alone.");
        await Page.CreateAsync(Settings() with { Domain = "status.shop.example" });

        // An operator moves the installation to where a page is.
        _house.Alerts.PublicUrl = "https://status.shop.example";
        (await All.ListAsync()).Single().Domain.ShouldBeNull();
        _house.Alerts.PublicUrl = "";
        (await PageOf("blog").CreateAsync(Settings() with { Domain = "blog.example" })).Problems.Single().Message.ShouldContain("Alerts:PublicUrl");
    }

    [Fact]
    public async Task A_password_can_be_guessed_at_a_few_times_a_minute()
    {
        await Page.CreateAsync(Settings());
        (await Page.SetPasswordAsync("short")).Problems.Single().Field.ShouldBe("password");
        var mark = (await Page.SetPasswordAsync("correct horse")).Page!.PasswordMark;

        (await Page.TryPasswordAsync("correct horse", "home")).ShouldBe(new PasswordAnswer(true, mark, false));
        for (var i = 0; i < 9; i++)
            (await Page.TryPasswordAsync("wrong", "home")).ShouldBe(new PasswordAnswer(false, null, false));
        (await Page.TryPasswordAsync("correct horse", "home")).IsTooOften.ShouldBeTrue();
        (await Page.TryPasswordAsync("correct horse", "office")).IsRight.ShouldBeTrue("a stranger shuts out nobody but themselves");
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Page.TryPasswordAsync("correct horse", "home")).IsRight.ShouldBeTrue();
        (await Page.SetPasswordAsync(null)).Page!.PasswordMark.ShouldBeNull();
        (await Page.TryPasswordAsync("correct horse", "home")).IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_announced_twice_is_there_once_and_can_be_resolved_and_removed()
    {
        var announcement = new NewAnnouncement { Id = "a1", Kind = AnnouncementKind.Incident, Title = "Payments are slow", Text = "We are looking." };
        (await Page.AnnounceAsync(announcement)).Outcome.ShouldBe(StatusPageOutcome.Missing);
        await Page.CreateAsync(Settings());
        await Page.AnnounceAsync(announcement);
        await Page.AnnounceAsync(announcement with { Title = "Again" });
        _house.Clock.Advance(TimeSpan.FromMinutes(5));

        (await Page.UpdateAsync("a1", "", resolves: false)).Problems.Single().Field.ShouldBe("text");
        (await Page.UpdateAsync("a2", "x", resolves: false)).Outcome.ShouldBe(StatusPageOutcome.Missing);
        var one = (await Page.UpdateAsync("a1", "It is over.", resolves: true)).Page!.Announcements.Single();

        (one.Title, one.ResolvedAt).ShouldBe(("Payments are slow", _house.Clock.GetUtcNow()));
        one.Updates.Select(update => update.Text).ShouldBe(["We are looking.", "It is over."]);
        (await Page.RemoveAnnouncementAsync("a1")).Page!.Announcements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Visitors_see_what_a_website_is_and_no_address_or_owner_that_is_not_to_be_shown()
    {
        var website = await _house.WatchAsync(_site.Url, new() { Name = "intern-7", Tags = ["shop"] });
        await website.CheckNowAsync();
        _site.Answer = Answers.Status(503);
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await website.CheckNowAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(5));
        var id = (await website.GetStatusAsync())!.Id;
        var stranger = new PageWebsite(WebsiteId.From(OwnerId.Default, WebsiteUrl.Parse("https://nobody.example")));
        await Page.CreateAsync(Settings(new PageGroup { Websites = [new PageWebsite(id, "Checkout"), stranger] }, new PageGroup { Tag = "shop" }, new PageGroup { Tag = "other" }));

        var view = await Eventually.GetAsync(ViewAsync, seen => seen is { Outages.Count: 1 });

        var shown = view!.Groups[0].Websites.Single();
        (shown.Name, shown.Standing, shown.Address).ShouldBe(("Checkout", Standing.Down, null));
        shown.Days.Count.ShouldBe(StatusPageView.Days);
        shown.Days[^1].Down.ShouldBe(TimeSpan.FromMinutes(5));
        shown.Days[^2].Uptime.ShouldBeNull();
        shown.Uptime.ShouldNotBeNull().ShouldBe(shown.Days[^1].Uptime!.Value, 0.0001);
        view.Groups[1].Websites.Single().Name.ShouldBe("intern-7");
        view.Groups[2].Websites.ShouldBeEmpty();
        view.Outages.Single().ShouldBe(new OutageView(view.Outages[0].Key, shown.Key, "Checkout", _house.Clock.GetUtcNow().AddMinutes(-5), null));
        var told = System.Text.Json.JsonSerializer.Serialize(view with { Settings = view.Settings with { Groups = [] } });
        new[] { _site.Url.Text, "team", id.ToString(), "503" }.ShouldAllBe(secret => !told.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_one_owner_shows_no_website_of_another_and_maintenance_is_no_outage()
    {
        var website = await _house.WatchAsync(_site.Url);
        var id = (await website.GetStatusAsync())!.Id;
        await _house.Grains.GetGrain<IMaintenanceGrain>(OwnerId.Parse("team").GrainKey).AddAsync(
            new MaintenanceWindow { Id = "m1", Owner = OwnerId.Parse("team"), From = _house.Clock.GetUtcNow(), To = _house.Clock.GetUtcNow().AddHours(2), Zone = "UTC" });
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        _site.Answer = Answers.Status(503);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
        var settings = Settings(new PageGroup { Websites = [new PageWebsite(id, "Checkout", ShowsAddress: true)] });
        await Page.CreateAsync(settings with { Owner = OwnerId.Parse("other") });
        await PageOf("team").CreateAsync(settings with { Owner = OwnerId.Parse("team") });

        var view = await Eventually.GetAsync(() => ViewAsync("team"), seen => seen is { Groups: [{ Websites: [{ Standing: Standing.Down }] }] });

        (view!.Groups[0].Websites[0].IsInMaintenance, view.Groups[0].Websites[0].Address, view.Outages.Count).ShouldBe((true, _site.Url.Text, 0));
        view.Maintenance.Single().Names.ShouldBe(["Checkout"]);
        (await ViewAsync())!.Groups[0].Websites.ShouldBeEmpty();
    }

    private IStatusPageGrain PageOf(string slug) => _house.Grains.GetGrain<IStatusPageGrain>(StatusPageSlug.Parse(slug).GrainKey);

    private Task<StatusPageView?> ViewAsync() => ViewAsync("shop");

    private Task<StatusPageView?> ViewAsync(string slug) => _house.Grains.GetGrain<IStatusPageViewGrain>(0).ViewAsync(StatusPageSlug.Parse(slug));
}
