using System.Text.Json;
using System.Xml.Linq;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.StatusPages.Rendering;
using UptimeSquirrel.Web.StatusPages.Serving;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>The forms of a page beside the one for browsers.</summary>
public sealed class PageFormsTests
{
    private const string Attack = "<script>\"'&]]>\u0001\uFFFF\uD800";
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void The_feed_has_outages_and_announcements_the_latest_first_and_is_the_same_until_there_is_news()
    {
        var view = View(Website("Shop")) with
        {
            Outages = [new OutageView("o1", "k", "Shop", Now.AddHours(-5), Now.AddHours(-4))],
            Announcements = [Announcement() with { Updates = [new AnnouncementUpdate(Now.AddMinutes(-30), "Looking.")] }],
        };

        var feed = Feed(view);

        feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "title")!.Value).ShouldBe(["Incident: Payments are slow", "Shop was down for 1 h"]);
        feed.Element(_atom + "updated")!.Value.ShouldBe("2026-11-23T09:30:00Z");
        feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "id")!.Value).Distinct().Count().ShouldBe(2);
        PageFeed.Write(view with { AsOf = Now.AddHours(1) }).ShouldBe(PageFeed.Write(view));
        Feed(view with { Settings = view.Settings with { Domain = "status.shop.example" } }).Elements(_atom + "link").First().Attribute("href")!.Value
            .ShouldBe("https://status.shop.example/status/shop/feed.atom");
    }

    [Fact]
    public void Whatever_people_write_the_feed_and_the_badges_stay_xml()
    {
        var website = Website(Attack);
        var view = View(website) with
        {
            Settings = Settings() with { Title = Attack },
            Outages = [new OutageView("o1", "k", Attack, Now, null)],
            Announcements = [Announcement() with { Title = Attack, Updates = [new AnnouncementUpdate(Now, Attack)] }],
        };

        Feed(view).Elements(_atom + "entry").Count().ShouldBe(2);
        Feed(view).Descendants(_atom + "content").ShouldAllBe(content => !content.Value.Contains("<script", StringComparison.Ordinal));
        var text = PageText.Of(view.Settings);
        foreach (var svg in new[] { BadgeSvg.WritePage(view), BadgeSvg.WriteStatus(website, text), BadgeSvg.WriteUptime(website, "30d", text), BadgeSvg.WriteLatency(website, text) })
            XDocument.Parse(svg).Descendants().ShouldAllBe(element => element.Name.LocalName != "script");
    }

    [Fact]
    public void The_json_says_what_the_page_says_in_words_of_its_own()
    {
        var json = JsonDocument.Parse(PageJson.Write(View(Website("Shop", Standing.Down)), isStale: true)).RootElement;

        json.GetProperty("state").GetString().ShouldBe("allDown");
        json.GetProperty("stale").GetBoolean().ShouldBeTrue();
        json.GetProperty("asOf").GetString().ShouldBe("2026-11-23T10:00:00Z");
        var website = json.GetProperty("groups")[0].GetProperty("websites")[0];
        website.GetProperty("state").GetString().ShouldBe("down");
        website.GetProperty("days").GetArrayLength().ShouldBe(90);
        website.TryGetProperty("address", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("status", "30d", "Shop: works")]
    [InlineData("uptime", "24h", "Shop: uptime 24h: 100 %")]
    [InlineData("uptime", "30d", "Shop: uptime 30d: 98.5 %")]
    [InlineData("uptime", "90d", "Shop: uptime 90d: 99.95 %")]
    [InlineData("uptime", "1y", null)]
    [InlineData("latency", "30d", "Shop: latency: 84 ms")]
    [InlineData("else", "30d", null)]
    public void A_badge_can_be_read_aloud(string kind, string window, string? expected)
    {
        var view = View(Website("Shop"));
        var page = new RenderedPage(view with { Settings = view.Settings with { Parts = new PageParts { Latency = true } } }, isStale: false);

        var badge = page.Badge("key-Shop", kind, window);

        (badge is null ? null : XDocument.Parse(PageReader.Utf8(badge.For(null).Content)).Root!.Attribute("aria-label")!.Value).ShouldBe(expected);
        page.Badge("key-Blog", kind, window).ShouldBeNull();
    }

    [Fact]
    public void What_a_page_does_not_tell_its_badges_do_not_tell_either()
    {
        var view = View(Website("Shop"));
        new RenderedPage(view, isStale: false).Badge("key-Shop", "latency", "30d").ShouldBeNull();
        new RenderedPage(view with { PasswordMark = "m" }, isStale: false).Badge(null, "status", "30d").ShouldBeNull();
        new RenderedPage(view with { Settings = view.Settings with { Parts = new PageParts { Badges = false } } }, isStale: false).Badge(null, "status", "30d").ShouldBeNull();
        new RenderedPage(view with { Settings = view.Settings with { Parts = new PageParts { Uptime = false } } }, isStale: false).Badge("key-Shop", "uptime", "30d").ShouldBeNull();
        new RenderedPage(view, isStale: false).Badge(null, "status", "30d").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("shop", "shop", null)]
    [InlineData("shop.1a2b", "shop", "1a2b")]
    [InlineData("shop.", "shop", "")]
    [InlineData("../etc", null, null)]
    public void The_address_of_a_badge_names_a_page_and_a_website_on_it(string token, string? page, string? key)
    {
        BadgeRules.TryRead(token, out var slug, out var found).ShouldBe(page is not null);
        slug?.Text.ShouldBe(page);
        if (page is not null)
            found.ShouldBe(key);
    }

    private static XElement Feed(StatusPageView view) => XDocument.Parse(PageReader.Utf8(PageFeed.Write(view))).Root!;
}
