using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>Reminders through the owner's grain: stored with their number, told once, over crashes too. On both databases.</summary>
public abstract class ReminderGrainTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    private IWebsiteGrain Website => _house.Website(_site.Url);

    protected abstract Task<string?> ConnectionStringAsync();

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(await ConnectionStringAsync()), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp) = ([], 1);
        _house.Alerts.Reminders = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(6)];
        await _house.RestartAsync();
        await _house.WatchAsync(_site.Url, new() { Name = "Shop" });
        await Website.CheckNowAsync();
        _site.Answer = Answers.Status(503);
        await Website.CheckNowAsync();
        await MailsAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Somebody_is_reminded_until_it_is_over()
    {
        (await LaterAsync(2))[1].ShouldStartWith("STILL DOWN for 2 min");
        (await LaterAsync(3))[2].ShouldStartWith("STILL DOWN for ");
        _house.Mail.Messages.Select(mail => mail.Message.Headers["X-UptimeSquirrel-Alert"]![^11..]).Skip(1).ShouldBe(["-reminder-1", "-reminder-2"]);

        _site.Answer = Answers.Ok;
        await Website.CheckNowAsync();
        (await MailsAsync(4))[3].ShouldStartWith("UP again: Shop");
        (await StatusAsync()).Incidents.ShouldBeEmpty();
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await QuietAsync(4);
    }

    [Fact]
    public async Task A_reminder_that_is_hours_away_comes_too()
    {
        _house.Alerts.Reminders = [TimeSpan.FromHours(3)];
        var open = (await StatusAsync()).Incidents.Single();
        await _house.Owner().MuteAsync(open.Website, open.Id, until: null);

        (await LaterAsync(2, TimeSpan.FromMinutes(1)))[1].ShouldStartWith("STILL DOWN for 3 h");
    }

    [Fact]
    public async Task A_reminder_that_was_stored_before_a_crash_is_told_after_it_and_the_next_has_the_next_number()
    {
        await _house.Mail.StopAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.GetAsync(StatusAsync, owner => owner is { WaitingAlerts: 1, LastFailure: not null });

        await _house.RestartAsync();
        _house.Mail.StartAgain();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        await MailsAsync(2);
        (await StatusAsync()).Incidents.Single().Reminders.ShouldBe(1);
        (await LaterAsync(3))[2].ShouldStartWith("STILL DOWN for ");
        (await StatusAsync()).Incidents.Single().Reminders.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_was_due_while_nobody_was_there_comes_when_somebody_is()
    {
        await _house.RestartAsync(away: TimeSpan.FromHours(2));
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        (await MailsAsync(2))[1].ShouldStartWith("STILL DOWN for 2 h 1 min: Shop");
    }

    [Fact]
    public async Task Whoever_acknowledges_is_not_reminded_and_is_told_the_end()
    {
        var open = (await StatusAsync()).Incidents.Single();
        open.NextReminderAt.ShouldBe(open.ToldAt.AddMinutes(2));

        var taken = await _house.Owner().AcknowledgeAsync(open.Website, open.Id, "anna", "on it");
        (taken!.Acknowledged!.By, taken.NextReminderAt).ShouldBe(("anna", null));
        (await _house.Owner().AcknowledgeAsync(open.Website, "another", "ben", null)).ShouldBeNull();
        await _house.RestartAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await QuietAsync(1);

        (await StatusAsync()).Incidents.Single().Acknowledged!.Note.ShouldBe("on it");
        _site.Answer = Answers.Ok;
        await Website.CheckNowAsync();
        (await MailsAsync(2))[1].ShouldStartWith("UP again: Shop");
    }

    [Fact]
    public async Task A_website_that_was_paused_is_nobodys_reminder()
    {
        await Website.PauseAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(2));

        await Eventually.GetAsync(StatusAsync, owner => owner.Incidents.Count == 0);
        await QuietAsync(1);
    }

    [Fact]
    public async Task An_outage_and_its_end_in_quiet_hours_are_one_mail_also_when_a_crash_comes_between()
    {
        _site.Answer = Answers.Ok;
        await Website.CheckNowAsync();
        await MailsAsync(2);
        (await _house.Owner().SetQuietHoursAsync(MomentCases.Quiet("11:00", "18:00", holdsAll: true))).ShouldBeEmpty();
        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        _site.Answer = Answers.Status(503);
        await Website.CheckNowAsync();
        await Eventually.GetAsync(StatusAsync, owner => owner.WaitingAlerts == 1);
        await _house.RestartAsync(away: TimeSpan.FromMinutes(20));
        _site.Answer = Answers.Ok;
        await Website.CheckNowAsync();
        await Eventually.GetAsync(StatusAsync, owner => owner is { WaitingAlerts: 1, Incidents.Count: 0 });

        await _house.RestartAsync();
        _house.Clock.Advance(TimeSpan.FromHours(8));

        (await MailsAsync(3))[2].ShouldStartWith("WAS DOWN for 20 min: Shop");
    }

    [Fact]
    public async Task A_report_comes_once_when_its_week_is_over()
    {
        _house.Alerts.Reminders = [];
        (await _house.Owner().SetReportAsync(new ReportPlan(ReportPeriod.Weekly, "Mars"))).Count.ShouldBe(1);
        (await _house.Owner().SetReportAsync(new ReportPlan(ReportPeriod.Weekly, "UTC"))).ShouldBeEmpty();

        (await LaterAsync(2, TimeSpan.FromHours(1)))[1].ShouldStartWith("Report for week 48 of 2026: ");
        await _house.RestartAsync(away: TimeSpan.FromHours(1));
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        await QuietAsync(2);
    }

    [Fact]
    public async Task Quiet_hours_that_make_no_sense_change_nothing()
    {
        (await _house.Owner().SetQuietHoursAsync(MomentCases.Quiet("11:00", "11:00"))).Count.ShouldBe(1);

        (await StatusAsync()).Quiet.ShouldBeNull();
    }

    private Task<OwnerStatus> StatusAsync() => _house.Owner().GetStatusAsync();

    private async Task<IReadOnlyList<string>> MailsAsync(int count)
    {
        await _house.Mail.WaitForMailAsync(count);
        await Eventually.GetAsync(StatusAsync, owner => owner.WaitingAlerts == 0);
        _house.Mail.Messages.Count.ShouldBe(count);
        return [.. _house.Mail.Messages.Select(mail => mail.Subject)];
    }

    // Time goes on until then: what is planned anew on the way is planned from the moment that it is.
    private async Task<IReadOnlyList<string>> LaterAsync(int count, TimeSpan? step = null)
    {
        await Eventually.HoldsAsync(() =>
        {
            if (_house.Mail.Messages.Count < count)
                _house.Clock.Advance(step ?? TimeSpan.FromSeconds(10));
            return _house.Mail.Messages.Count >= count;
        });
        return await MailsAsync(count);
    }

    // What could still come would be in the outbox by the time that a later change of the owner is stored.
    private async Task QuietAsync(int count)
    {
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
        (await StatusAsync()).WaitingAlerts.ShouldBe(0);
        _house.Mail.Messages.Count.ShouldBe(count);
    }
}

public sealed class SqliteReminderGrainTests : ReminderGrainTests
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresReminderGrainTests(PostgresServer server) : ReminderGrainTests
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}
