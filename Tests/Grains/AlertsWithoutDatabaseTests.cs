using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Alerts while grains cannot be stored: told all the same, and never twice.</summary>
public sealed class AlertsWithoutDatabaseTests : IAsyncLifetime
{
    private static readonly OwnerId _team = OwnerId.Parse("team");

    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private IWebsiteGrain _website = null!;

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        _house.Checks.RecheckDelays = [];
        await _house.RestartAsync();
        _website = await _house.WatchAsync(_site.Url);
        await _website.CheckNowAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task An_alert_that_cannot_be_stored_reaches_its_owner_all_the_same_and_only_once()
    {
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await GoDownAsync();
            await _house.Mail.WaitForMailAsync(1);
        }

        await SettledAsync(Standing.Down);
        (await _house.DeliveriesAsync(1)).Single().Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _house.Mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Down_and_up_again_are_told_in_order_while_neither_can_be_stored()
    {
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await GoDownAsync();
            _site.Answer = Answers.Ok;
            await _website.CheckNowAsync();
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            await _website.CheckNowAsync();
            var mails = await _house.Mail.WaitForMailAsync(2);
            mails[1].Message.InReplyTo.ShouldBe(mails[0].Message.MessageId);
        }

        await SettledAsync(Standing.Up);
        _house.Mail.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_owner_with_no_mail_but_another_channel_is_told_over_it()
    {
        await using var receiver = Receiver.Start();
        await AddNtfyAsync(receiver);
        await _house.Owner().SetEmailsAsync([]);

        // The silo that tells knows the channel and its secrets from the book alone.
        await _house.RestartAsync();
        _website = _house.Website(_site.Url);
        await _website.CheckNowAsync();
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await GoDownAsync();
            await receiver.ReceivedAsync(1);
            receiver.Requests[0].Header("authorization").ShouldBe("Bearer tk_hunter2_hunter2");
        }

        await SettledAsync(Standing.Down);
        var delivery = (await _house.DeliveriesAsync(1)).Single();
        (delivery.Channel, delivery.Recipient, delivery.Outcome).ShouldBe(("ntfy-1", "…opic", DeliveryOutcome.Delivered));
        receiver.Requests.Count.ShouldBe(1);
        _house.Mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_hangs_holds_up_no_other_while_nothing_can_be_stored()
    {
        await using var hanging = Receiver.Start();
        await using var good = Receiver.Start();
        hanging.Answer = Answers.Hang;
        await AddNtfyAsync(hanging);
        await AddNtfyAsync(good);
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await GoDownAsync();
            await Task.WhenAll(hanging.ReceivedAsync(1), good.ReceivedAsync(1));

            (await _house.DeliveriesAsync(2)).Select(delivery => delivery.Channel).ShouldBe(["email", "ntfy-2"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task What_was_told_and_could_not_be_stored_is_known_after_a_restart()
    {
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await GoDownAsync();
            await _house.Mail.WaitForMailAsync(1);
            await Eventually.HoldsAsync(() => _house.Service<AlertSpool>().Of(_team).SelectMany(website => website.Alerts).Any(alert => alert.Deliveries.Count > 0));
            _site.Answer = Answers.Ok;
            await _house.RestartAsync();
        }

        // In the database the website was never down. Its owner was told, though, and now has to be told that it is back.
        _website = _house.Website(_site.Url);
        await SettledAsync(Standing.Down);
        await _website.CheckNowAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await _website.CheckNowAsync();

        var mails = await _house.Mail.WaitForMailAsync(2);
        mails[1].Message.InReplyTo.ShouldBe(mails[0].Message.MessageId);
        var incidents = await Eventually.GetAsync(() => _house.History.GetLatestIncidentsAsync(null, 10), seen => seen is [{ EndedAt: not null }]);
        incidents.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_end_of_an_outage_that_began_as_flapping_is_told_as_the_same_incident()
    {
        _house.Checks.FlappingOutages = 1;
        await GoDownAsync();
        await ComeBackAsync();
        await GoDownAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(31));
        await _website.CheckNowAsync();
        await _house.Mail.WaitForMailAsync(2);
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 0);
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await ComeBackAsync();
            var mails = await _house.Mail.WaitForMailAsync(3);
            mails.Select(mail => mail.Subject.Split(':')[0]).ShouldBe(["FLAPPING", "Steady again, DOWN", "UP again"]);
            mails[2].Message.InReplyTo.ShouldBe(mails[0].Message.MessageId);
        }

        await SettledAsync(Standing.Up);
    }

    private async Task ComeBackAsync()
    {
        _site.Answer = Answers.Ok;
        await _website.CheckNowAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await _website.CheckNowAsync();
        (await _website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
    }

    private async Task AddNtfyAsync(Receiver receiver) => (await _house.Owner().AddChannelAsync(
        "ntfy", new Dictionary<string, string> { ["url"] = receiver.Url, ["topic"] = "topic-hunter2-topic", ["token"] = "tk_hunter2_hunter2" })).Problems.ShouldBeEmpty();

    private async Task GoDownAsync()
    {
        _site.Answer = Answers.Status(503);
        await _website.CheckNowAsync();
        (await _website.GetStatusAsync())!.Standing.ShouldBe(Standing.Down);
    }

    private async Task SettledAsync(Standing standing)
    {
        await Eventually.GetAsync(_website.GetStatusAsync, seen => seen is { UnsentAlerts: 0 } && seen.Standing == standing);
        await Eventually.HoldsAsync(() => SpooledBytes() == 0);
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
    }

    private long SpooledBytes() => Directory.Exists(_house.SpillFolder)
        ? Directory.GetFiles(_house.SpillFolder, "alerts-*.spool").Sum(path => new FileInfo(path).Length)
        : 0;
}
