using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Doubt;

/// <summary>What a silo's doubt means for its websites: real grains, database and mail; one failed look would be enough to call a website down.</summary>
public sealed class DoubtingWebsiteTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _world = null!;
    private LocalWebsite _reference = null!;

    public async ValueTask InitializeAsync()
    {
        (_house, _world, _reference) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync(), await LocalWebsite.StartAsync());
        _house.Checks.RecheckDelays = [];
        _house.Checks.SuccessesBeforeUp = 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _reference.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_silo_alone_whose_cable_is_pulled_calls_no_website_down_and_heals()
    {
        await StartAsync([_reference.Url.Text]);
        await Eventually.TrueAsync(() => _reference.Requests.Count == 1, () => "No look at the reference at start.");
        var website = await UpAsync(1);

        _world.Answer = _reference.Answer = Answers.Reset;
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = await website.CheckNowAsync();
        (status!.Standing, status.LastCheck!.IsHealthy, _house.Doubt.IsInDoubt).ShouldBe((Standing.Up, true, true));

        // Back with the cable: the website does not answer even now, so it is its own fault.
        _reference.Answer = Answers.Ok;
        await UntilAsync(() => !_house.Doubt.IsInDoubt);
        _house.Mail.Messages.ShouldBeEmpty();
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
        (await _house.Mail.WaitForMailAsync(1)).Single().Subject.ShouldStartWith("DOWN");
    }

    [Fact]
    public async Task A_silo_alone_that_reaches_a_reference_calls_a_website_down()
    {
        await StartAsync([_reference.Url.Text]);
        var website = await UpAsync(1);

        _world.Answer = Answers.Reset;
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);
    }

    [Fact]
    public async Task In_doubt_what_another_silo_sees_counts_and_what_we_see_is_kept_and_marked()
    {
        var others = new FakeVantages { Names = ["berlin-2"], Clock = _house.Clock };
        await StartAsync([], others);
        var websites = await Task.WhenAll(Enumerable.Range(1, 6).Select(UpAsync));
        await InDoubtAsync(websites);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        (await websites[5].CheckNowAsync())!.Standing.ShouldBe(Standing.Up);
        others.Sees = (_, url) => !url.EndsWith("/6", StringComparison.Ordinal);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = await websites[5].CheckNowAsync();

        (status!.Standing, status.LastCheck!.StatusCode, status.Incident!.Reason).ShouldBe((Standing.Down, 503, "The server answered 503."));
        (await _house.Mail.WaitForAsync(mail => mail.Text.Contains("/6", StringComparison.Ordinal))).Subject.ShouldStartWith("DOWN");
        var checks = await Eventually.GetAsync(async () => (await HistoryAsync(status.Id)).Checks, checks => checks.Count == 5);
        checks.Count(check => check is { IsDoubted: true, IsHealthy: false, StatusCode: null }).ShouldBe(2);
        checks.Where(check => !check.IsDoubted).Select(check => check.IsHealthy).ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task In_doubt_with_nobody_who_answers_a_website_stands_as_it_did_and_nothing_counts()
    {
        var others = new FakeVantages { Names = ["berlin-2"], Clock = _house.Clock };
        await StartAsync([], others);
        var websites = await Task.WhenAll(Enumerable.Range(1, 6).Select(UpAsync));
        await InDoubtAsync(websites);

        others.Sees = (_, url) => url.EndsWith("/6", StringComparison.Ordinal) ? null : true;
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = await websites[5].CheckNowAsync();

        (status!.Standing, status.LastCheck!.IsHealthy).ShouldBe((Standing.Up, true));
        (await Eventually.GetAsync(async () => (await HistoryAsync(status.Id)).Checks, checks => checks.Count == 2))[0].IsDoubted.ShouldBeTrue();
    }

    [Fact]
    public async Task The_operator_gets_one_mail_about_it_and_one_when_it_is_over_and_no_owner_gets_any()
    {
        var others = new FakeVantages { Names = ["berlin-2"], Clock = _house.Clock };
        await StartAsync([], others);
        await _house.Owner("operator").SetEmailsAsync([EmailAddress.Parse("ops@monitor.example")]);
        var websites = await Task.WhenAll(Enumerable.Range(1, 6).Select(UpAsync));
        await InDoubtAsync(websites);

        await UntilAsync(() => _house.Mail.Messages.Count == 1);
        _world.Answer = Answers.Ok;
        await UntilAsync(() => _house.Mail.Messages.Count == 2);

        _house.Mail.Messages.Select(mail => mail.Recipient).Distinct().ShouldBe(["ops@monitor.example"]);
        _house.Mail.Messages[0].Subject.ShouldBe("Silo berlin-1 cannot see the world");
        _house.Mail.Messages[1].Subject.ShouldStartWith("Silo berlin-1 sees the world again, after ");
        _house.Mail.Messages[1].Message.InReplyTo.ShouldBe(_house.Mail.Messages[0].Message.MessageId);
    }

    // All but the last of them fail, so that one is left whose first failure comes while in doubt.
    private async Task InDoubtAsync(IReadOnlyList<IWebsiteGrain> websites)
    {
        _house.Checks.RecheckDelays.ShouldBeEmpty();
        _world.Answer = Answers.Reset;
        foreach (var website in websites.Take(5))
            _house.Doubt.Note(DoubtHouse.Website((await website.GetStatusAsync())!.Url.Text), isHealthy: false);
        await UntilAsync(() => _house.Doubt.IsInDoubt);
    }

    private async Task StartAsync(string[] references, FakeVantages? others = null)
    {
        _house.Checks.References = references;
        _house.Vantages = others;
        await _house.RestartAsync();
    }

    private async Task<IWebsiteGrain> UpAsync(int number)
    {
        var website = await _house.WatchAsync(WebsiteUrl.Parse(_world.Url.Text + number));
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Up);
        return website;
    }

    private Task<WebsiteHistory> HistoryAsync(WebsiteId website) =>
        _house.History.GetHistoryAsync(new HistoryQuery { Website = website, Since = _house.Clock.GetUtcNow().AddDays(-1) });

    private Task UntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        if (!condition())
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        return condition();
    });
}
