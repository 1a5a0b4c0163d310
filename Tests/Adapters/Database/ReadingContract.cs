using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the catalogue and the history promise, on every database.</summary>
public abstract class ReadingContract : DatabaseTest
{
    [Fact]
    public async Task A_website_is_found_as_it_was_recorded()
    {
        var shop = Website("https://shop.test/", standing: Standing.Down, name: "Shop", tags: ["a", "b"]) with { Incident = new IncidentSummary(Noon, "It is broken.") };
        await RecordAsync(shop);

        var found = await OnlyWebsiteAsync();
        found.Settings.Tags.ShouldBe(["a", "b"]);
        (found with { Settings = shop.Settings }).ShouldBe(new WebsiteStatus
        {
            Id = shop.Id,
            Url = shop.Url,
            Owner = Alice,
            Settings = shop.Settings,
            Standing = Standing.Down,
            Since = Noon,
            Incident = shop.Incident,
        });
        (found.Settings with { Tags = shop.Settings.Tags }).ShouldBe(shop.Settings);
        var registration = (await House.History.GetRegistrationAsync(shop.Id, Stop)).ShouldNotBeNull();
        registration.Tags.ShouldBe(["a", "b"]);
        (registration with { Tags = shop.Settings.Tags }).ShouldBe(new(Alice, shop.Url, shop.Settings.Tags, shop.RegisteredAt, shop.Settings.Interval));
        (await House.History.GetRegistrationAsync(default, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_list_shows_what_was_said_about_a_website_and_what_its_owner_was_warned_of()
    {
        var shop = Website("https://shop.test/");
        var said = new LookSettings
        {
            Keyword = "Add to \u00e9 cart \"'", Body = Secret.Hidden, Headers = [RequestHeader.Of("X-A", "b"), new("X-Key", null, Secret.Hidden)],
            Json = Json("status=ok"), StopsAtRedirect = true,
        };
        var settings = shop.Settings with
        {
            Look = said, Patience = new() { RecheckDelays = [TimeSpan.FromSeconds(7)] }, Warnings = new() { SlowAfter = TimeSpan.FromSeconds(2) },
            Parent = WebsiteUrl.Parse("https://router.test/"),
        };
        var warned = new WebsiteWarnings { SlowSince = Noon, CertificateExpiresAt = Noon.AddDays(7), DomainExpiresAt = Noon.AddDays(14) };
        await RecordAsync(shop with { Settings = settings, Warnings = warned });

        var found = await OnlyWebsiteAsync();
        found.Warnings.ShouldBe(warned);
        found.Settings.Look!.IsSameAs(said).ShouldBeTrue();
        found.Settings.Patience!.RecheckDelays.ShouldBe([TimeSpan.FromSeconds(7)]);
        (found.Settings.Warnings, found.Settings.Parent).ShouldBe((settings.Warnings, settings.Parent));

        await RecordAsync(shop with { Version = 2 });
        found = await OnlyWebsiteAsync();
        (found.Warnings, found.Settings.Look, found.Settings.Parent).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task A_list_survives_settings_that_only_a_newer_version_understands()
    {
        await RecordAsync(Website("https://shop.test/"));
        await House.QueryAsync<long>("update website set settings = '{\"Look\":{\"Json\":7}}' returning 1");

        (await OnlyWebsiteAsync()).Settings.Look.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_hold_every_website_once_in_the_order_of_addresses()
    {
        var urls = Enumerable.Range(0, 25).Select(i => $"https://site{i}.test/").Order(StringComparer.Ordinal).ToArray();
        foreach (var url in urls.Reverse())
        {
            House.Journal.Record(Website(url));
            House.Journal.Record(Website(url, owner: Bob));
        }

        await FlushAsync();
        var seen = new List<string>();
        for (string? after = null, first = "yes"; first is not null || after is not null; first = null)
        {
            var page = await House.Catalog.FindAsync(new CatalogQuery { After = after, Limit = 7 }, Stop);
            page.Websites.Count.ShouldBeLessThanOrEqualTo(7);
            seen.AddRange(page.Websites.Select(website => website.Url.Text));
            after = page.Next;
        }

        seen.ShouldBe(urls.SelectMany(url => new[] { url, url }));
    }

    [Theory]
    [InlineData("SHOP", "https://shop.test/")]
    [InlineData("étoile", "https://star.test/")]
    [InlineData("100%", "https://percent.test/")]
    [InlineData("%", "https://percent.test/")]
    [InlineData("_", "https://under_score.test/")]
    [InlineData("nothing", "")]
    public async Task Search_looks_for_the_very_text_in_name_and_address(string search, string expected)
    {
        await RecordAsync(Website("https://shop.test/", name: "My shop"), Website("https://star.test/", name: "ÉTOILE"),
            Website("https://percent.test/", name: "100% wool"), Website("https://under_score.test/"));
        (await FindAsync(new CatalogQuery { Search = search })).ShouldBe(expected);
    }

    [Fact]
    public async Task Every_filter_must_match()
    {
        await RecordAsync(
            Website("https://a.test/", standing: Standing.Down, tags: ["prod"]), Website("https://b.test/", tags: ["prod", "eu"]),
            Website("https://c.test/", tags: ["product"]), Website("https://a.test/", owner: Bob));

        (await FindAsync(new CatalogQuery { Tag = "prod" })).ShouldBe("https://a.test/ https://b.test/");
        (await FindAsync(new CatalogQuery { Tag = "prod", Standing = Standing.Up })).ShouldBe("https://b.test/");
        (await FindAsync(new CatalogQuery { Owner = Bob })).ShouldBe("https://a.test/");
        (await FindAsync(new CatalogQuery { Url = WebsiteUrl.Parse("https://a.test/") })).ShouldBe("https://a.test/ https://a.test/");
        (await FindAsync(new CatalogQuery { Owner = Bob, Tag = "prod" })).ShouldBe("");
        (await House.Catalog.CountAsync(null, Stop)).ShouldBe(new StandingCounts(0, 3, 0, 1, 0));
        (await House.Catalog.CountAsync(Bob, Stop)).ShouldBe(new StandingCounts(0, 1, 0, 0, 0));
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("AAAA")]
    [InlineData("")]
    public async Task A_cursor_that_nobody_wrote_starts_at_the_start(string after)
    {
        await RecordAsync(Website("https://a.test/"));
        (await FindAsync(new CatalogQuery { After = after, Limit = -5 })).ShouldBe("https://a.test/");
    }

    [Fact]
    public async Task History_is_paged_by_the_moment_of_the_last_check_received()
    {
        var shop = Website("https://shop.test/");
        for (var i = 0; i < 10; i++)
            House.Journal.Record(Healthy(shop, Noon.AddMinutes(i)));
        await FlushAsync();

        var first = await House.History.GetHistoryAsync(new HistoryQuery { Website = shop.Id, Since = Noon.AddMinutes(2), Limit = 5 }, Stop);
        first.Checks.Select(check => check.At.Minute).ShouldBe([9, 8, 7, 6, 5]);
        var second = await House.History.GetHistoryAsync(
            new HistoryQuery { Website = shop.Id, Since = Noon.AddMinutes(2), Before = first.Checks[^1].At, Limit = 5 }, Stop);
        second.Checks.Select(check => check.At.Minute).ShouldBe([4, 3, 2]);
    }

    [Fact]
    public async Task The_last_check_is_the_newest_one_whatever_was_stored_last()
    {
        var shop = Website("https://shop.test/");
        (await House.History.GetLastCheckAsync(shop.Id, Stop)).ShouldBeNull();
        House.Journal.Record(Failing(shop, Noon.AddMinutes(5)));
        House.Journal.Record(Healthy(Website("https://blog.test/"), Noon.AddMinutes(9)));
        await FlushAsync();
        House.Journal.Record(Healthy(shop, Noon));
        await FlushAsync();

        (await House.History.GetLastCheckAsync(shop.Id, Stop)).ShouldBe(
            new CheckSummary(Noon.AddMinutes(5), 503, TimeSpan.FromMilliseconds(90), false, "The server answered with an error."));
    }

    [Fact]
    public async Task Checked_hours_are_told_by_their_first_moment_oldest_first()
    {
        var shop = Website("https://shop.test/");
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(130)));
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(1)));
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(2)));
        House.Journal.Record(Healthy(shop, Noon.AddHours(-5)));
        await FlushAsync();

        (await House.History.GetHourSumsAsync(shop.Id, Noon.AddHours(-1), Stop)).Select(hour => hour.At).ShouldBe([Noon, Noon.AddHours(2)]);
    }

    [Fact]
    public async Task Incidents_are_told_when_they_overlap_the_time_and_the_newest_change_comes_first()
    {
        var (shop, blog) = (Website("https://shop.test/"), Website("https://blog.test/", owner: Bob));
        House.Journal.Record(Incident(shop, "old", Noon.AddHours(-5), Noon.AddHours(-4)));
        House.Journal.Record(Incident(shop, "ended late", Noon.AddHours(-3), Noon.AddHours(2)));
        House.Journal.Record(Incident(blog, "lasts", Noon.AddHours(1)));
        await FlushAsync();

        (await House.History.GetIncidentsAsync(shop.Id, Noon, Stop)).Select(incident => incident.Id).ShouldBe(["ended late"]);
        (await House.History.GetLatestIncidentsAsync(null, 10, Stop)).Select(incident => incident.Id).ShouldBe(["ended late", "lasts", "old"]);
        (await House.History.GetLatestIncidentsAsync(Bob, 10, Stop)).Single().ShouldBe(Incident(blog, "lasts", Noon.AddHours(1)));
    }

    [Fact]
    public async Task Deliveries_are_told_newest_first_to_their_owner_only()
    {
        House.Journal.Record(Delivery("a1", 1, Noon));
        House.Journal.Record(Delivery("a1", 2, Noon.AddMinutes(1)));
        House.Journal.Record(Delivery("b1", 1, Noon, Bob));
        await FlushAsync();

        (await House.History.FindDeliveriesAsync(new DeliveryQuery { Owner = Alice, Limit = 0 }, Stop)).Deliveries.ShouldBe([Delivery("a1", 2, Noon.AddMinutes(1))]);
        (await House.History.FindDeliveriesAsync(new DeliveryQuery { Owner = Alice }, Stop)).Deliveries.Select(delivery => delivery.Attempt).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Deliveries_are_found_by_website_by_the_ids_the_state_machine_gives()
    {
        var alert = Decisions.Film.Play("- - -").State.Unsent[0];
        House.Journal.Record(Delivery(alert.Id, 1, Noon) with { Subject = "DOWN: Shop" });
        House.Journal.Record(Delivery("a1", 1, Noon.AddMinutes(1)));
        await FlushAsync();

        (await House.History.FindDeliveriesAsync(new DeliveryQuery { Website = alert.Website }, Stop)).Deliveries.Select(delivery => delivery.Subject).ShouldBe(["DOWN: Shop"]);
        (await House.History.FindDeliveriesAsync(new DeliveryQuery(), Stop)).Deliveries.Select(delivery => delivery.AlertId).ShouldBe(["a1", alert.Id]);
    }

    private static JsonExpectation Json(string text) => JsonExpectation.TryParse(text, out var json, out _) ? json : throw new FormatException(text);

    private async Task RecordAsync(params WebsiteRow[] websites)
    {
        foreach (var website in websites)
            House.Journal.Record(website);
        await FlushAsync();
    }

    private async Task<string> FindAsync(CatalogQuery query) =>
        string.Join(' ', (await House.Catalog.FindAsync(query, Stop)).Websites.Select(website => website.Url.Text));
}
