using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Moments;

public sealed class UnstoredReminderTests
{
    [Fact]
    public async Task A_reminder_that_cannot_be_stored_is_not_told_and_comes_once_when_it_can()
    {
        await using var house = await GrainHouse.OpenAsync();
        await using var site = await LocalWebsite.StartAsync();
        house.Checks.RecheckDelays = [];
        house.Alerts.Reminders = [TimeSpan.FromMinutes(2)];
        await house.RestartAsync();
        var website = await house.WatchAsync(site.Url, new WebsiteChanges { Name = "Shop" });
        site.Answer = Answers.Status(503);
        await website.CheckNowAsync();
        await house.Mail.WaitForMailAsync(1);
        await Eventually.GetAsync(house.Owner().GetStatusAsync, owner => owner is { WaitingAlerts: 0, Incidents.Count: 1 });

        await using (await ReadOnlyDatabase.BeginAsync(house))
        {
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await Should.ThrowAsync<Exception>(() => house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]));

            // It may be seen while it is tried; refused, it is as if it had not been.
            await Eventually.GetAsync(house.Owner().GetStatusAsync, owner => owner.Incidents.Single().Reminders == 0);
            house.Mail.Messages.Count.ShouldBe(1);
        }

        await Eventually.GetAsync(async () =>
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            return (house.Mail.Messages.Count, await house.Owner().GetStatusAsync());
        }, seen => seen.Count == 2);
        await Eventually.GetAsync(house.Owner().GetStatusAsync, owner => owner.WaitingAlerts == 0);
        (await house.Owner().GetStatusAsync()).Incidents.Single().Reminders.ShouldBe(1);
        house.Mail.Messages.Count.ShouldBe(2);
    }
}
