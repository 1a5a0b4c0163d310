using UptimeSquirrel.Grains.StatusPages;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

public sealed class StatusPageRulesTests
{
    private static readonly WebsiteId _website = new(Guid.NewGuid());

    [Theory]
    [InlineData("shop", "shop")]
    [InlineData(" Shop-2 ", "shop-2")]
    [InlineData("deadbeef", "deadbeef")]
    [InlineData("-shop", null)]
    [InlineData("shop-", null)]
    [InlineData("", null)]
    [InlineData("a b", null)]
    [InlineData("a/b", null)]
    [InlineData("a.json", null)]
    [InlineData("_", null)]
    [InlineData("größe", null)]
    public void A_name_fits_into_an_address(string given, string? expected) =>
        (StatusPageSlug.TryParse(given, out var slug, out _) ? slug.Text : null).ShouldBe(expected);

    [Theory]
    [InlineData("status.shop.example", null)]
    [InlineData("localhost", "'localhost' is not a domain")]
    [InlineData("https://status.shop.example", "is not a domain")]
    [InlineData("status.shop.example:8080", "is not a domain")]
    [InlineData("127.0.0.1", "'127.0.0.1' is not a domain")]
    [InlineData("a..example", "is not a domain")]
    public void A_domain_is_a_name_alone(string domain, string? problem) => Judge(Settings() with { Domain = domain }, "domain", problem);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_where_it_is()
    {
        var settings = Settings(new PageGroup { Name = "a\tb" }, new PageGroup { Websites = [new PageWebsite(_website, new string('x', 101))] }) with
        {
            Title = " ",
            Zone = "Mars/Olympus",
            Language = (PageLanguage)7,
            Description = new string('x', 1001),
        };

        StatusPageRules.FindProblems(StatusPageRules.Tidy(settings)).Select(problem => problem.Field)
            .ShouldBe(["title", "description", "zone", "language", "groups[0].name", "groups[0]", "groups[1].websites[0].shownName"]);
    }

    [Fact]
    public void A_page_of_one_owner_takes_no_rule_for_another()
    {
        var (team, other) = (OwnerId.Parse("team"), OwnerId.Parse("other"));
        Judge(Settings(new PageGroup { OfOwner = other }) with { Owner = team }, "groups[0].ofOwner", "The page is the owner 'team's");
        StatusPageRules.FindProblems(Settings(new PageGroup { OfOwner = team }) with { Owner = team }).ShouldBeEmpty();
        StatusPageRules.FindProblems(Settings(new PageGroup { OfOwner = other })).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_kept_is_tidy()
    {
        var tidy = StatusPageRules.Tidy(Settings(new PageGroup { Tag = " Shop ", Websites = [new PageWebsite(_website, " A "), new PageWebsite(_website, "B")] }) with
        {
            Title = " Shop ",
            Domain = "Status.Shop.Example.",
            Description = "a\r\nb\u0007",
        });

        (tidy.Title, tidy.Domain, tidy.Description).ShouldBe(("Shop", "status.shop.example", "a\nb"));
        tidy.Groups[0].Tag.ShouldBe("shop");
        tidy.Groups[0].Websites.ShouldBe([new PageWebsite(_website, "A")]);
    }

    [Theory]
    [InlineData("a1", AnnouncementKind.Notice, "Hello", "")]
    [InlineData("", AnnouncementKind.Notice, "Hello", "id")]
    [InlineData("a 1", AnnouncementKind.Notice, "Hello", "id")]
    [InlineData("a1", (AnnouncementKind)9, "Hello", "kind")]
    [InlineData("a1", AnnouncementKind.Notice, "", "title")]
    [InlineData("a1", AnnouncementKind.Notice, "two\nlines", "title")]
    [InlineData("a1", AnnouncementKind.Maintenance, "Hello", "from")]
    public void An_announcement_that_makes_no_sense_is_refused(string id, AnnouncementKind kind, string title, string fields) =>
        string.Join(',', AnnouncementRules.FindProblems(new NewAnnouncement { Id = id, Kind = kind, Title = title }).Select(problem => problem.Field)).ShouldBe(fields);

    [Fact]
    public void What_is_over_makes_room_for_new_announcements()
    {
        IReadOnlyList<Announcement> all = [];
        for (var i = 0; i < StatusPage.MaximumAnnouncements; i++)
            all = AnnouncementRules.Add(all, New($"a{i}"), Now.AddMinutes(i));
        (all, _) = AnnouncementRules.Update(all, "a7", "", resolves: true, Now.AddHours(3));

        all = AnnouncementRules.Add(all, New("b"), Now.AddHours(4));
        all.Count.ShouldBe(StatusPage.MaximumAnnouncements);
        all[0].Id.ShouldBe("b");
        all.ShouldNotContain(one => one.Id == "a7");
        all = AnnouncementRules.Add(all, New("c"), Now.AddHours(5));
        all.ShouldNotContain(one => one.Id == "a0");
    }

    [Fact]
    public void A_password_is_kept_as_something_it_cannot_be_read_from()
    {
        var hash = PagePasswordRules.Hash("correct horse", new byte[16]);

        hash.ShouldNotContain("horse");
        PagePasswordRules.IsRight("correct horse", hash).ShouldBeTrue();
        PagePasswordRules.IsRight("Correct horse", hash).ShouldBeFalse();
        PagePasswordRules.FindProblem("1234567").ShouldNotBeNull();
        PagePasswordRules.FindProblem("12345678").ShouldBeNull();
    }

    private static NewAnnouncement New(string id) => new() { Id = id, Kind = AnnouncementKind.Notice, Title = "Hello", Text = "There." };

    private static void Judge(StatusPageSettings settings, string field, string? problem)
    {
        var found = StatusPageRules.FindProblems(StatusPageRules.Tidy(settings)).FirstOrDefault(one => one.Field == field)?.Message;
        if (problem is null)
            found.ShouldBeNull();
        else
            found.ShouldNotBeNull().ShouldContain(problem);
    }
}
