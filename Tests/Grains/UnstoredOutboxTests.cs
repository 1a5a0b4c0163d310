using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>An owner's outbox while it cannot be stored: what it has goes out once, what it could not take is not told from there.</summary>
public sealed class UnstoredOutboxTests : IAsyncLifetime
{
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        await _house.Owner().AddEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_outbox_that_cannot_be_saved_goes_on_delivering_and_tells_nothing_twice()
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "451 4.3.0 Come back later");
        for (var number = 1; number <= 3; number++)
            await _house.Owner().AcceptAsync(Alert(number));
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);

        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            _house.Mail.BehaveAgain();
            await Eventually.HoldsAsync(() =>
            {
                _house.Clock.Advance(TimeSpan.FromSeconds(10));
                return _house.Mail.Messages.Count >= 3;
            });
        }

        await Eventually.HoldsAsync(async () =>
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(15));
            return (await _house.Owner().GetStatusAsync()).WaitingAlerts == 0;
        });
        await _house.RestartAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
        _house.Mail.Messages.Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(3);
        _house.Mail.Messages.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(AlertKind.ChannelBroke)]
    [InlineData(AlertKind.Report)]
    public async Task What_is_about_no_website_and_waits_is_told_after_a_restart(AlertKind kind)
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "451 4.3.0 Come back later");
        var week = _house.Clock.GetUtcNow().AddDays(-7);
        await _house.Owner().AcceptAsync(ChannelAlertWriter.Test(Guid.NewGuid(), _house.Clock.GetUtcNow()) with
        {
            Kind = kind,
            Broken = kind == AlertKind.ChannelBroke ? new BrokenChannel(OwnerId.Parse("others"), "ntfy-1", "ntfy") : null,
            Report = kind == AlertKind.Report ? ReportRules.Sum(new DueReport(week.AddDays(7), week, week.AddDays(7), "2026-W47", "last week"), []) : null,
        });
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);

        _house.Mail.BehaveAgain();
        await _house.RestartAsync(away: TimeSpan.FromMinutes(1));
        await _house.Owner().GetStatusAsync();

        await _house.Mail.WaitForMailAsync(1);
    }

    [Fact]
    public async Task An_alert_that_an_outbox_could_not_store_is_not_told_from_there()
    {
        await using (await ReadOnlyDatabase.BeginAsync(_house))
            await Should.ThrowAsync<Exception>(() => _house.Owner().AcceptAsync(Alert(1)));
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);

        // Somebody else has told it meanwhile, and says so; then the website hands it over as usual.
        await AcceptedAsync(() => _house.Owner().AcceptToldAsync(Alert(1), [new ToldChannel("alice@shop.example", 1, IsDone: true)]));
        await _house.Owner().AcceptAsync(Alert(1));
        await _house.Owner().AcceptAsync(Alert(2));

        (await _house.Mail.WaitForMailAsync(1)).Count.ShouldBe(1);
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 0);
        (await _house.DeliveriesAsync(1)).Single().AlertId.ShouldBe(Alert(2).Id);
    }

    [Fact]
    public async Task An_address_that_could_not_be_stored_is_stored_when_it_is_named_again()
    {
        var bob = EmailAddress.Parse("bob@shop.example");
        await using (await ReadOnlyDatabase.BeginAsync(_house))
            await Should.ThrowAsync<Exception>(() => _house.Owner().AddEmailsAsync([bob]));
        await AcceptedAsync(() => _house.Owner().AddEmailsAsync([bob]));

        await _house.RestartAsync();

        (await _house.Owner().GetStatusAsync()).Emails.ShouldContain(bob);
    }

    [Fact]
    public async Task An_outbox_that_was_frozen_looks_whether_another_has_told_its_alerts_before_it_tells_them()
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "451 4.3.0 Come back later");
        await _house.Owner().AcceptAsync(Alert(1));
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);
        _house.Mail.BehaveAgain();

        // Another silo has the outbox meanwhile.
        await _house.ExecuteAsync("update us_grain_state set version = version + 1 where state_name = 'owner-notification'");
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is null);
        await _house.Mail.WaitForMailAsync(1);
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 0);
        _house.Mail.Messages.Count.ShouldBe(1);
    }

    private static Alert Alert(int number) => Film.Play("- - -").State.Unsent[0] with { Id = $"shop-{number}", IncidentId = $"shop-{number}" };

    // Right after the failure the database counts as away for a moment.
    private static Task AcceptedAsync(Func<Task> accept) => Eventually.HoldsAsync(async () =>
    {
        try
        {
            await accept();
            return true;
        }
        catch (DatabaseAwayException)
        {
            return false;
        }
    });
}
