using UptimeSquirrel.Accounts;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

public sealed class OwnerRemovalTests : IAsyncLifetime
{
    private static readonly OwnerId _team = OwnerId.Parse("team");

    private GrainHouse _house = null!;

    private IOwnerDefaultsGrain Defaults => _house.Grains.GetGrain<IOwnerDefaultsGrain>(_team.GrainKey);

    private IMaintenanceGrain Windows => _house.Grains.GetGrain<IMaintenanceGrain>(_team.GrainKey);

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_owner_goes_with_everything_that_was_said_of_them_and_stays_away()
    {
        await _house.Owner().AddChannelAsync("ntfy", new Dictionary<string, string> { ["topic"] = "shop" });
        await _house.Owner().SetReportAsync(new ReportPlan(ReportPeriod.Weekly, "UTC"));
        await _house.Owner().SetDigestWindowAsync(TimeSpan.FromMinutes(1));
        await Defaults.ChangeAsync(new WebsiteChanges { Interval = TimeSpan.FromHours(1) });
        await Windows.AddAsync(new MaintenanceWindow { Id = "night", Owner = _team, Cron = "0 2 * * *", Length = TimeSpan.FromHours(1), Zone = "UTC" });
        var mark = (await _house.Owner().GetStatusAsync()).Mark;

        (await _house.Owner().RemoveAsync(mark)).ShouldBe(new OwnerRemoval(OwnerRemovalOutcome.Removed));

        (await ListedAsync()).ShouldBeEmpty();
        await _house.RestartAsync();
        var left = await _house.Owner().GetStatusAsync();
        (left.Channels.Count, left.Report, left.DigestWindow).ShouldBe((0, null, null));
        (await Defaults.GetAsync()).ShouldBe(WebsiteChanges.None);
        (await Windows.ListAsync()).ShouldBeEmpty();
        (await ListedAsync()).ShouldBeEmpty();
        (await _house.Owner().RemoveAsync(null)).Outcome.ShouldBe(OwnerRemovalOutcome.Unknown);
    }

    [Fact]
    public async Task An_owner_stays_while_something_belongs_to_them()
    {
        await using var shop = await LocalWebsite.StartAsync();
        var website = await _house.WatchAsync(shop.Url);
        var page = _house.Grains.GetGrain<IStatusPageGrain>(StatusPageSlug.Parse("shop").GrainKey);
        await page.CreateAsync(new StatusPageSettings { Title = "Shop", Owner = _team });
        var keys = _house.Grains.GetGrain<IApiKeysGrain>(0);
        await keys.AddAsync(new ApiKey("k1", "ci", UserRole.Viewer, _team, "", _house.Clock.GetUtcNow(), "alice", ExpiresAt: null, LastUsedAt: null));
        var user = _house.Grains.GetGrain<IUserGrain>(UserKey.Of("bob"));
        await user.CreateAsync(new User { Name = "bob", Owner = _team });

        (await _house.Owner().RemoveAsync(null)).ShouldBe(new OwnerRemoval(OwnerRemovalOutcome.Bound, new OwnerBonds(Websites: 1, StatusPages: 1, Keys: 1, Users: 1)));
        (await _house.Owner().GetStatusAsync()).Emails.Count.ShouldBe(1);

        await website.RemoveAsync();
        await page.RemoveAsync();
        await keys.RevokeAsync("k1");
        (await _house.Owner().RemoveAsync(null)).Bonds.ShouldBe(new OwnerBonds(0, 0, 0, 1));
        await user.RemoveAsync();
        (await _house.Owner().RemoveAsync(null)).Outcome.ShouldBe(OwnerRemovalOutcome.Removed);
    }

    [Fact]
    public async Task An_owner_who_was_changed_since_they_were_read_stays()
    {
        var mark = (await _house.Owner().GetStatusAsync()).Mark;
        await _house.Owner().AddEmailsAsync([EmailAddress.Parse("bob@shop.example")]);

        (await _house.Owner().RemoveAsync(mark)).Outcome.ShouldBe(OwnerRemovalOutcome.Outdated);

        (await _house.Owner().GetStatusAsync()).Emails.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_to_be_told_is_given_up_with_a_record()
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "451 4.3.0 Come back later");
        await _house.Owner().AcceptAsync(Film.Down(1));
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);

        (await _house.Owner().RemoveAsync(null)).ShouldBe(new OwnerRemoval(OwnerRemovalOutcome.Removed, GivenUp: 1));

        var newest = (await _house.History.GetDeliveriesAsync(_team, 10))[0];
        (newest.AlertId, newest.Recipient, newest.Outcome).ShouldBe(("shop-1", "alice@shop.example", DeliveryOutcome.GaveUp));
        newest.Answer.ShouldBe("Given up: the owner was removed before this could be told.");
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
    }

    [Fact]
    public async Task An_alert_that_comes_late_is_on_record_as_told_to_nobody_and_brings_no_owner_back()
    {
        await _house.Owner().RemoveAsync(null);

        await _house.Owner().AcceptAsync(Film.Down(1));

        var deliveries = await Eventually.GetAsync(() => _house.History.GetDeliveriesAsync(_team, 10), seen => seen.Count == 1);
        deliveries[0].Answer.ShouldBe("Nobody to tell: this owner was removed on 2026-11-23 at 10:00 UTC.");
        await _house.RestartAsync();
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
        (await ListedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_says_something_of_an_owner_of_this_name_makes_a_new_one()
    {
        await _house.Owner().RemoveAsync(null);

        await _house.Owner().SetReportAsync(new ReportPlan(ReportPeriod.Weekly, "UTC"));
        await Eventually.GetAsync(ListedAsync, listed => listed.Count == 1);
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("bob@shop.example")]);
        await _house.Owner().AcceptAsync(Film.Down(1));

        await _house.Mail.WaitForMailAsync(1);
    }

    private async Task<IReadOnlyList<OwnerId>> ListedAsync() => [.. (await _house.Catalog.FindOwnersAsync(new OwnerQuery())).Owners.Select(owner => owner.Id)];

}
