using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Many alerts for one owner within the window, and more messages than a channel may send in an hour.</summary>
public sealed class OwnerBundleTests : IAsyncLifetime
{
    private static readonly Alert _pattern = Film.Play("- - -").State.Unsent[0];
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _house.Alerts.DigestWindow = TimeSpan.FromSeconds(20);
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData(1, "DOWN: Shop 1 (shop.example)")]
    [InlineData(2, "2 websites down since 10:01 UTC")]
    [InlineData(37, "37 websites down since 10:01 UTC")]
    [InlineData(10_000, "10000 websites down since 10:01 UTC")]
    public async Task All_alerts_of_a_window_are_one_mail_of_bounded_size(int count, string subject)
    {
        await AcceptAsync(count);
        _house.Mail.Messages.ShouldBeEmpty();

        _house.Clock.Advance(TimeSpan.FromSeconds(20));

        await AllToldAsync();
        var mail = _house.Mail.Messages.ShouldHaveSingleItem();
        mail.Subject.ShouldBe(subject);
        mail.Raw.Length.ShouldBeLessThan(20_000);
        var deliveries = await Eventually.GetAsync(
            () => _house.History.GetDeliveriesAsync(OwnerId.Parse("team"), 1000), seen => seen.Count == Math.Min(count, 1000));
        deliveries.ShouldAllBe(delivery => delivery.Outcome == DeliveryOutcome.Delivered && delivery.Attempt == 1);
        deliveries.Select(delivery => delivery.AlertId).Distinct().Count().ShouldBe(deliveries.Count);
    }

    [Fact]
    public async Task A_message_that_was_under_way_when_the_silo_ended_is_told_again_as_the_same()
    {
        await AcceptAsync(3);
        _house.Mail.AnswerAt(MailStep.Data, "451 4.3.0 Come back later");
        _house.Clock.Advance(TimeSpan.FromSeconds(20));
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);
        await AcceptAsync(2, from: 4);

        _house.Mail.BehaveAgain();
        await _house.RestartAsync(away: TimeSpan.FromSeconds(30));
        (await _house.Owner().GetStatusAsync()).Emails.Count.ShouldBe(1);

        await AllToldAsync();
        _house.Mail.Messages.Select(mail => mail.Subject).ShouldBe(["3 websites down since 10:01 UTC", "2 websites down since 10:01 UTC"]);
    }

    [Fact]
    public async Task An_on_call_service_gets_each_alert_at_once_while_the_mail_waits_for_the_window()
    {
        await using var receiver = Receiver.Start();
        (await _house.Owner().AddChannelAsync("pagerduty", new Dictionary<string, string> { ["url"] = receiver.Url, ["routing-key"] = "k" })).Problems.ShouldBeEmpty();

        await AcceptAsync(3);

        await receiver.ReceivedAsync(3);
        receiver.Requests.Select(request => request.Json.GetProperty("dedup_key").GetString()).Distinct().Count().ShouldBe(3);
        _house.Mail.Messages.ShouldBeEmpty();
        _house.Clock.Advance(TimeSpan.FromSeconds(20));
        await AllToldAsync();
        _house.Mail.Messages.Single().Subject.ShouldBe("3 websites down since 10:01 UTC");
    }

    [Fact]
    public async Task What_goes_beyond_the_limit_of_an_hour_is_one_mail_when_the_hour_ends()
    {
        (_house.Alerts.DigestWindow, _house.Alerts.MailsPerHour) = (TimeSpan.Zero, 2);
        foreach (var number in Enumerable.Range(1, 5))
            await AcceptAsync(1, number);
        await _house.Mail.WaitForMailAsync(2);
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).NextAttemptAt, next => next == new DateTimeOffset(2026, 11, 23, 11, 0, 0, TimeSpan.Zero));

        _house.Clock.Advance(TimeSpan.FromHours(1));

        await AllToldAsync();
        _house.Mail.Messages.Select(mail => mail.Subject).ShouldBe(
            ["DOWN: Shop 1 (shop.example)", "DOWN: Shop 2 (shop.example)", "And 3 more alerts until 11:00 UTC: 3 websites down since 10:01 UTC"]);
        _house.Mail.Messages[1].Text.ReplaceLineEndings(" ").ShouldContain("This is the last message over this channel until 11:00 UTC");
    }

    [Fact]
    public async Task An_owner_with_a_window_of_their_own_is_told_when_it_ends_also_after_a_restart()
    {
        (await _house.Owner().SetDigestWindowAsync(TimeSpan.FromMinutes(1))).ShouldBeEmpty();
        await _house.RestartAsync();
        await AcceptAsync(2);

        _house.Clock.Advance(TimeSpan.FromSeconds(20));
        await AcceptAsync(1, from: 3);
        _house.Mail.Messages.ShouldBeEmpty();
        _house.Clock.Advance(TimeSpan.FromSeconds(40));

        await AllToldAsync();
        _house.Mail.Messages.Select(mail => mail.Subject).ShouldBe(["3 websites down since 10:01 UTC"]);
    }

    [Fact]
    public async Task An_owner_who_wants_each_alert_by_itself_gets_it_at_once_and_what_is_being_gathered_keeps_its_moment()
    {
        await AcceptAsync(2);
        (await _house.Owner().SetDigestWindowAsync(TimeSpan.Zero)).ShouldBeEmpty();
        await AcceptAsync(1, from: 3);
        await _house.Mail.WaitForMailAsync(1);

        _house.Clock.Advance(TimeSpan.FromSeconds(20));

        await AllToldAsync();
        _house.Mail.Messages.Select(mail => mail.Subject).ShouldBe(["DOWN: Shop 3 (shop.example)", "2 websites down since 10:01 UTC"]);
        (await _house.Owner().SetDigestWindowAsync(null)).ShouldBeEmpty();
        var status = await _house.Owner().GetStatusAsync();
        (status.DigestWindow, status.UsualDigestWindow).ShouldBe((null, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_window_that_cannot_be_had_changes_nothing()
    {
        await _house.Owner().SetDigestWindowAsync(TimeSpan.FromSeconds(5));

        (await _house.Owner().SetDigestWindowAsync(TimeSpan.FromMinutes(6))).ShouldHaveSingleItem();

        (await _house.Owner().GetStatusAsync()).DigestWindow.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_outage_is_told_within_ninety_seconds_of_its_first_failed_check_with_the_usual_settings()
    {
        _house.Alerts.DigestWindow = new AlertOptions().DigestWindow;
        await using var site = await LocalWebsite.StartAsync();
        var website = await _house.WatchAsync(site.Url);
        await website.CheckNowAsync();
        site.Answer = Answers.Status(503);
        var failedAt = (await website.CheckNowAsync())!.LastCheck!.At;

        foreach (var delay in new ChecksOptions().RecheckDelays)
        {
            _house.Clock.Advance(delay);
            await Eventually.GetAsync(async () => (await website.GetStatusAsync())!.LastCheck!.At, at => at == _house.Clock.GetUtcNow());
        }

        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 1);
        _house.Clock.Advance(_house.Alerts.DigestWindow);
        await _house.Mail.WaitForMailAsync(1);
        _house.Clock.GetUtcNow().ShouldBeLessThanOrEqualTo(failedAt.AddSeconds(90));
    }

    private Task AllToldAsync() =>
        Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 0, TimeSpan.FromSeconds(120));

    private async Task AcceptAsync(int count, int from = 1)
    {
        foreach (var numbers in Enumerable.Range(from, count).Chunk(1_000))
            await Task.WhenAll(numbers.Select(number => _house.Owner().AcceptAsync(_pattern with
            {
                Id = $"shop-{number}",
                IncidentId = $"shop-{number}",
                Name = $"Shop {number}",
                Website = new WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
            })));
    }
}
