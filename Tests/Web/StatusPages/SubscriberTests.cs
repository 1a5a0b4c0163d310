using UptimeSquirrel.Grains.StatusPages.Subscribers;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Somebody who wants mails about a status page, with a real mail server.</summary>
public sealed class SubscriberTests : IAsyncLifetime
{
    private static readonly EmailAddress _carla = EmailAddress.Parse("carla@customer.example");

    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private IWebsiteGrain _website = null!;

    private IPageSubscribersGrain Subscribers => _house.Grains.GetGrain<IPageSubscribersGrain>(Slug.GrainKey);

    private IStatusPageGrain Page => _house.Grains.GetGrain<IStatusPageGrain>(Slug.GrainKey);

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp, _house.Alerts.PublicUrl) = ([], 1, "https://monitor.example");
        await _house.RestartAsync();
        _website = _house.Website(_site.Url);
        await _website.RegisterAsync(OwnerId.Parse("team"), _site.Url, WebsiteChanges.None);
        await _website.CheckNowAsync();
        await Page.CreateAsync(Settings(new PageGroup { Websites = [new PageWebsite((await _website.GetStatusAsync())!.Id, "Checkout")] }) with { Parts = new PageParts { Subscription = true } });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_subscribed_who_has_not_confirmed_and_whoever_has_is_told_until_they_leave()
    {
        (await Subscribers.AskAsync(_carla)).ShouldBeTrue();
        (await Subscribers.AskAsync(_carla)).ShouldBeTrue();
        var ask = await MailAsync(1);
        ask.Text.ShouldContain("https://monitor.example/status/shop/confirm/");
        (await Subscribers.CountAsync()).ShouldBe(0);
        (await Subscribers.ConfirmAsync("nonsense")).ShouldBeFalse();
        (await Subscribers.LeaveAsync(TokenOf(ask.Text, "confirm"))).ShouldBeFalse();
        (await Subscribers.ConfirmAsync(TokenOf(ask.Text, "confirm"))).ShouldBeTrue();

        _site.Answer = Answers.Status(503);
        await _website.CheckNowAsync();
        await Eventually.HoldsAsync(async () => (await _house.Grains.GetGrain<IStatusPageViewGrain>(0).ViewAsync(Slug))!.Outages.Count == 1);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var down = await MailAsync(2);
        down.Subject.ShouldBe("Shop status: Checkout is down");
        down.Text.ShouldNotContain(_site.Url.Text);

        (await Subscribers.LeaveAsync(TokenOf(down.Text, "leave"))).ShouldBeTrue();
        (await Subscribers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_is_good_for_two_days()
    {
        await Subscribers.AskAsync(_carla);
        var ask = await MailAsync(1);
        _house.Clock.Advance(TimeSpan.FromDays(2));
        (await Subscribers.ConfirmAsync(TokenOf(ask.Text, "confirm"))).ShouldBeFalse();
    }

    [Fact]
    public void What_is_known_is_told_once_and_what_goes_on_is_told_when_it_ends()
    {
        var outage = new OutageView("o1", "k", "Checkout", Now.AddMinutes(-5), null);
        var view = View() with { Outages = [outage], Announcements = [Announcement()] };

        NewsRules.Find(new ToldNews(), view).Select(news => news.Subject).ShouldBe(["Shop status: Payments are slow", "Shop status: Checkout is down"]);
        NewsRules.Find(NewsRules.All(view), view).ShouldBeEmpty();
        var later = view with { Outages = [outage with { To = Now }], Announcements = [Announcement() with { ResolvedAt = Now, Updates = [new AnnouncementUpdate(Now, "Over.")] }] };
        var news = NewsRules.Find(NewsRules.All(view), later);
        news.Select(one => one.Subject).ShouldBe(["Shop status: Checkout works again", "Shop status: Payments are slow"]);
        news[1].Paragraphs.ShouldBe(["Payments are slow", "Over.", "This is resolved."]);
        NewsRules.Find(new ToldNews(), later).Count.ShouldBe(2);
    }

    private async Task<ReceivedMail> MailAsync(int count) => (await _house.Mail.WaitForMailAsync(count))[count - 1];

    // A mail breaks its lines, but never within a link.
    private static string TokenOf(string text, string kind)
    {
        var from = text.IndexOf($"/{kind}/", StringComparison.Ordinal) + kind.Length + 2;
        return text[from..].Split((char[]?)null, 2)[0];
    }
}
