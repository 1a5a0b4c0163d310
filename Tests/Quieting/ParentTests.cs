using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Quieting;

/// <summary>Websites that depend on one another, and one that flaps, as their owner meets them.</summary>
public sealed class ParentTests : IAsyncLifetime
{
    private static readonly OwnerId _team = OwnerId.Parse("team");

    private GrainHouse _house = null!;
    private LocalWebsite _router = null!;
    private LocalWebsite _shop = null!;

    public async ValueTask InitializeAsync()
    {
        (_house, _router, _shop) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync(), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp) = ([], 1);
        await _house.RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _router.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_child_of_a_website_that_is_down_is_told_with_its_recovery_only()
    {
        var (router, shop) = await WatchBothAsync();
        (_router.Answer, _shop.Answer) = (Answers.Status(503), Answers.Status(503));
        await router.CheckNowAsync();
        (await shop.CheckNowAsync())!.Quiet!.Held.ShouldBe(HoldReason.Parent);
        var with = (await router.GetStatusAsync())!.Quiet!.With.ShouldNotBeNull();
        (with.Count, with.Names.Single()).ShouldBe((1, "Shop"));

        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        (_router.Answer, _shop.Answer) = (Answers.Ok, Answers.Ok);
        await shop.CheckNowAsync();
        await router.CheckNowAsync();

        var mails = await _house.Mail.WaitForMailAsync(2);
        mails.Select(mail => mail.Subject.Split(':')[0]).ShouldBe(["DOWN", "UP again"]);
        mails.ShouldAllBe(mail => mail.Subject.Contains("Router", StringComparison.Ordinal));
        mails[1].Text.ShouldContain("1 website that went down with it: Shop");
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
    }

    [Fact]
    public async Task A_child_that_fails_first_has_its_parent_looked_at_and_belongs_to_it()
    {
        var (router, shop) = await WatchBothAsync();
        (_router.Answer, _shop.Answer) = (Answers.Status(503), Answers.Status(503));
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        (await shop.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);

        await Eventually.GetAsync(async () => (await router.GetStatusAsync())!.Standing, seen => seen == Standing.Down);
        (await _house.Mail.WaitForMailAsync(1))[0].Subject.ShouldContain("Router");
        _house.Clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.GetAsync(async () => (await router.GetStatusAsync())!.Quiet?.With?.Count, seen => seen == 1);
        (await shop.GetStatusAsync())!.UnsentAlerts.ShouldBe(0);
        _house.Mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_child_that_is_down_alone_is_told_as_soon_as_its_parent_was_looked_at()
    {
        var (_, shop) = await WatchBothAsync();
        _shop.Answer = Answers.Status(503);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        var looks = _router.Requests.Count;

        (await shop.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
        await Eventually.HoldsAsync(() => _router.Requests.Count > looks);
        await Eventually.HoldsAsync(() =>
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(5));
            return _house.Mail.Messages.Count > 0;
        });

        _house.Mail.Messages.Single().Subject.ShouldBe("DOWN: Shop (127.0.0.1:" + _shop.Port + ")");
    }

    [Fact]
    public async Task A_child_that_stays_down_when_its_parent_is_back_is_told_after_one_more_look_also_after_a_restart()
    {
        var (router, shop) = await WatchBothAsync();
        (_router.Answer, _shop.Answer) = (Answers.Status(503), Answers.Status(503));
        await router.CheckNowAsync();
        await shop.CheckNowAsync();
        await _house.Mail.WaitForMailAsync(1);

        await _house.RestartAsync();
        (router, shop) = (_house.Website(_router.Url), _house.Website(_shop.Url));
        _router.Answer = Answers.Ok;
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await router.CheckNowAsync();
        await shop.CheckNowAsync();
        await _house.Mail.WaitForMailAsync(2);
        (await shop.GetStatusAsync())!.Quiet!.Held.ShouldBe(HoldReason.Parent);

        _house.Clock.Advance(TimeSpan.FromSeconds(30));

        var mail = (await _house.Mail.WaitForMailAsync(3))[2];
        mail.Subject.ShouldContain("DOWN: Shop");
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain("It went down together with the website it depends on, which is up again.");
    }

    [Fact]
    public async Task A_parent_that_was_removed_keeps_nothing_back()
    {
        var (router, shop) = await WatchBothAsync();
        await router.RemoveAsync();
        _shop.Answer = Answers.Status(503);

        await shop.CheckNowAsync();

        await _house.Mail.WaitForMailAsync(1);
    }

    [Fact]
    public async Task Websites_cannot_depend_on_themselves_in_a_circle_on_strangers_or_too_deep()
    {
        await WatchBothAsync();

        (await ParentProblemAsync(_router.Url, _router.Url)).ShouldBe($"{_router.Url} cannot depend on itself: expected another website as its parent.");
        (await ParentProblemAsync(_router.Url, _shop.Url)).ShouldBe(
            $"{_router.Url} cannot depend on {_shop.Url}, which itself depends on {_router.Url}: expected a parent that works without it.");
        (await ParentProblemAsync(_router.Url, Url(9))).ShouldBe(
            $"The parent {Url(9)} is not watched for the owner 'team': 'squirrel add {Url(9)} --owner team' changes that.");
        for (var i = 1; i <= 3; i++)
            (await ParentProblemAsync(Url(i), i == 1 ? _shop.Url : Url(i - 1))).ShouldBeNull();
        (await ParentProblemAsync(Url(4), Url(3))).ShouldBe($"{Url(4)} cannot depend on {Url(3)}: expected at most 5 websites that depend on one another in a row.");
    }

    [Fact]
    public async Task A_website_that_flaps_is_told_as_such_and_once_more_when_it_is_steady()
    {
        var shop = await _house.WatchAsync(_shop.Url, new() { Name = "Shop" });
        for (var i = 0; i < 5; i++)
            foreach (var answer in new[] { Answers.Status(503), Answers.Ok })
            {
                _house.Clock.Advance(TimeSpan.FromMinutes(1));
                _shop.Answer = answer;
                await shop.CheckNowAsync();
            }

        (await shop.GetStatusAsync())!.Quiet!.Flapping!.Outages.ShouldBe(5);
        await _house.RestartAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(31));
        await _house.Website(_shop.Url).CheckNowAsync();

        var mails = await _house.Mail.WaitForMailAsync(6);
        mails.Select(mail => mail.Subject.Split(':')[0]).ShouldBe(["DOWN", "UP again", "DOWN", "UP again", "FLAPPING", "Steady again, UP"]);
        mails[5].Subject.ShouldEndWith("5 outages in all");
        mails[5].Message.InReplyTo.ShouldBe(mails[4].Message.MessageId);
        (await Eventually.GetAsync(() => _house.History.GetLatestIncidentsAsync(null, 10), seen => seen.Count == 5)).ShouldAllBe(incident => incident.EndedAt != null);
    }

    private static WebsiteUrl Url(int number) => WebsiteUrl.Parse($"https://site{number}.example");

    private async Task<string?> ParentProblemAsync(WebsiteUrl child, WebsiteUrl parent) =>
        (await _house.Website(child).RegisterAsync(_team, child, new() { Parent = parent })).Problems.SingleOrDefault()?.Message;

    private async Task<(IWebsiteGrain Router, IWebsiteGrain Shop)> WatchBothAsync()
    {
        var router = await _house.WatchAsync(_router.Url, new() { Name = "Router" });
        var shop = await _house.WatchAsync(_shop.Url, new() { Name = "Shop", Parent = _router.Url });
        await router.CheckNowAsync();
        await shop.CheckNowAsync();
        return (router, shop);
    }
}
