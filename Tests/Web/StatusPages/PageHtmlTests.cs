using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.StatusPages.Rendering;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

public sealed class PageHtmlTests
{
    private const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'\u0007";

    [Theory]
    [InlineData("Up Up", "Everything works.")]
    [InlineData("Up Suspect", "Everything works.")]
    [InlineData("Up Down", "Down at the moment: 1 of 2.")]
    [InlineData("Down Paused", "Nothing works at the moment.")]
    [InlineData("Pending Paused", "Nothing has been checked yet.")]
    [InlineData("", "Nothing has been checked yet.")]
    public void The_banner_says_in_words_what_all_of_it_comes_to(string standings, string expected)
    {
        var websites = standings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((standing, i) => Website($"w{i}", Enum.Parse<Standing>(standing)));

        PageReader.Text(PageHtml.Write(View([.. websites]), isStale: false), ".banner").ShouldBe(expected);
    }

    [Fact]
    public void Maintenance_and_announced_incidents_are_in_the_banner_when_nothing_is_down()
    {
        var quiet = View(Website("a", Standing.Down) with { IsInMaintenance = true }, Website("b"));
        Banner(quiet).ShouldBe("Maintenance is under way.");
        Banner(quiet with { Announcements = [Announcement()] }).ShouldBe("There is a known incident.");
        Banner(quiet with { Announcements = [Announcement() with { ResolvedAt = Now }] }).ShouldBe("Maintenance is under way.");
        Banner(View(Website("a")) with { Announcements = [Announcement(AnnouncementKind.Maintenance) with { From = Now.AddHours(1), To = Now.AddHours(2) }] }).ShouldBe("Everything works.");
    }

    [Fact]
    public void A_website_has_its_name_its_state_a_bar_for_each_day_and_the_same_in_words()
    {
        var bad = Website("Shop", Standing.Down) with { Days = [.. Website("x").Days.Take(89), new DayView(new DateOnly(2026, 11, 23), 0.9167, TimeSpan.FromHours(2))] };

        var document = PageReader.Read(PageHtml.Write(View(bad), isStale: false));

        document.QuerySelectorAll(".bars rect").Length.ShouldBe(90);
        document.QuerySelector(".bars")!.GetAttribute("role").ShouldBe("img");
        document.QuerySelector(".bars")!.GetAttribute("aria-label").ShouldBe("Shop: 99.95 % uptime in the last 90 days");
        PageReader.Squeeze(document.QuerySelector(".websites .state")!.TextContent).ShouldBe("down, since 23 Nov 2026, 08:00");
        PageReader.Squeeze(document.QuerySelector("details")!.TextContent).ShouldBe("Days with outages: 1 23 Nov 2026: 91.67 % uptime, down for 2 h");
    }

    [Fact]
    public void A_page_says_as_of_when_it_is_and_when_nobody_answers_since_when()
    {
        PageHtml.Write(View(), isStale: false).ShouldContain("As of 23 Nov 2026, 10:00.");
        PageReader.Text(PageHtml.Write(View(), isStale: true), "[role=alert]").ShouldBe("The monitor does not answer at the moment. What you see was so at 23 Nov 2026, 10:00.");
    }

    [Fact]
    public void A_page_speaks_its_language_in_its_time_zone()
    {
        var view = View(Website("Kasse", Standing.Down) with { Uptime = 0.5 }) with { Outages = [new OutageView("o", "k", "Kasse", Now.AddMinutes(-65), null)] };
        var html = PageHtml.Write(view with { Settings = view.Settings with { Language = PageLanguage.German, Zone = "Europe/Berlin" } }, isStale: false);

        PageReader.Read(html).DocumentElement.GetAttribute("lang").ShouldBe("de");
        PageReader.Text(html, ".banner").ShouldBe("Zurzeit funktioniert nichts.");
        PageReader.Text(html, ".events li").ShouldBe("Kasse dauert seit 1 Std. 5 Min. an ab 23. Nov. 2026, 09:55");
        PageReader.Text(html, ".scale").ShouldBe("vor 90 Tagen 50 % Verfügbarkeit heute");
    }

    [Theory]
    [InlineData("https://shop.example/?a=1&b=2", "https://shop.example/?a=1&b=2")]
    [InlineData("tcp://db.shop.example:5432", null)]
    [InlineData("javascript:alert(1)", null)]
    public void Only_what_a_browser_opens_is_a_link(string address, string? link)
    {
        var document = PageReader.Read(PageHtml.Write(View(Website("Shop") with { Address = address }), isStale: false));

        document.QuerySelector(".address")!.TextContent.ShouldBe(address);
        document.QuerySelector("a.address")?.GetAttribute("href").ShouldBe(link);
    }

    [Fact]
    public void Nothing_that_a_person_writes_becomes_markup_anywhere()
    {
        var view = View(Website(Attack) with { Address = "https://x.example/" + Attack }) with
        {
            Settings = Settings() with { Title = Attack, Description = Attack + "\n\n" + Attack, Zone = "UTC" },
            Groups = [new GroupView(Attack, [Website(Attack) with { Address = "https://x.example/" + Attack }])],
            Outages = [new OutageView("o", "k", Attack, Now.AddHours(-1), null)],
            Maintenance = [new MaintenanceView(Now, Now.AddHours(1), [Attack])],
            Announcements = [Announcement() with { Title = Attack, Updates = [new AnnouncementUpdate(Now, Attack)] }],
        };

        foreach (var html in new[] { PageHtml.Write(view, isStale: true), PageHtml.WriteWidget(view, isStale: false), PageHtml.WriteDoor(view.Settings, Attack) })
        {
            PageReader.Read(html).QuerySelectorAll("img").ShouldBeEmpty();
            html.ShouldNotContain("<script");
        }
    }

    [Fact]
    public void An_announcement_keeps_its_paragraphs_and_shows_the_latest_word_first()
    {
        var announcement = Announcement() with
        {
            Updates = [new AnnouncementUpdate(Now.AddHours(-1), "One.\nTwo.\n\nThree."), new AnnouncementUpdate(Now, "Four.")],
        };

        var document = PageReader.Read(PageHtml.Write(View() with { Announcements = [announcement] }, isStale: false));

        document.QuerySelectorAll(".update").Select(update => PageReader.Squeeze(update.TextContent)).ShouldBe(["23 Nov 2026, 10:00 Four.", "23 Nov 2026, 09:00 One. Two. Three."]);
        document.QuerySelectorAll(".update br").Length.ShouldBe(1);
    }

    [Fact]
    public void What_is_over_steps_back_and_parts_that_are_not_wanted_are_not_there()
    {
        var over = Announcement() with { ResolvedAt = Now };
        var document = PageReader.Read(PageHtml.Write(View(Website("Shop")) with { Announcements = [over] }, isStale: false));
        document.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["Public", "Outages of the last 14 days", "Earlier announcements"]);

        var bare = View(Website("Shop")) with { Settings = Settings() with { Parts = new PageParts { Uptime = false, Incidents = false, Indexing = false } } };
        var barely = PageReader.Read(PageHtml.Write(bare, isStale: false));
        barely.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["Public"]);
        barely.QuerySelectorAll(".bars").ShouldBeEmpty();
        barely.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Theory]
    [InlineData(1, "100 %")]
    [InlineData(0.999999, "99.99 %")]
    [InlineData(0.9995, "99.95 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0, "0 %")]
    public void Less_than_all_is_never_rounded_up_to_all(double share, string expected) => PageText.Of(Settings()).Percent(share).ShouldBe(expected);

    private static string Banner(StatusPageView view) => PageReader.Text(PageHtml.Write(view, isStale: false), ".banner");
}
