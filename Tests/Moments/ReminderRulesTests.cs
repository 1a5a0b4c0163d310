using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

public sealed class ReminderRulesTests
{
    private static readonly IReadOnlyList<TimeSpan> _usual = new AlertOptions().Reminders;
    private static readonly DateTimeOffset _told = Utc("2026-11-23 10:00");

    private readonly OwnerState _state = new() { Channels = [Channel("slack-1")] };

    [Fact]
    public void Reminders_come_after_an_hour_six_hours_a_day_and_then_daily()
    {
        GoDown();
        var hours = new List<double>();
        for (var at = _told; at < _told.AddDays(4); at = at.AddMinutes(10))
            if (Remind(at) is not null)
                hours.Add((at - _told).TotalHours);

        hours.ShouldBe([1, 6, 24, 48, 72]);
    }

    [Fact]
    public void A_reminder_says_how_long_it_has_been_down_and_when_the_next_one_comes()
    {
        GoDown();
        Remind(_told.AddHours(1)).ShouldEndWith("-1-reminder-1");

        var alert = _state.Waiting.Single(waiting => waiting.Alert.Kind == AlertKind.StillDown).Alert;
        var words = AlertWriter.Write(alert);
        words.Subject.ShouldBe("STILL DOWN for 1 h: Shop (shop.example)");
        words.Explanation.ShouldBe("It has been down for 1 hour, and nobody has acknowledged that.");
        words.Next.ShouldBe("We will remind you again on 23 Nov 2026 16:00:00 UTC, unless somebody acknowledges it, and will write as soon as it is back.");
        words.Brief.ShouldBe("STILL DOWN for 1 h: Shop (shop.example). The server answered 503.");
        (alert.IncidentId, LetterWriter.Write(alert, "slack-1").Severity).ShouldBe((_state.Open.Single().Id, Severity.Critical));
    }

    [Fact]
    public void Reminders_that_nobody_could_send_are_one_when_somebody_can()
    {
        GoDown();

        Remind(_told.AddHours(30)).ShouldEndWith("-reminder-3");
        Remind(_told.AddHours(30)).ShouldBeNull();
        Next(_told.AddHours(30)).ShouldBe(_told.AddHours(48));
    }

    [Fact]
    public void What_is_acknowledged_needs_no_reminder()
    {
        GoDown();
        IncidentRules.Acknowledge(_state, _state.Open.Single(), "anna", "disk full", _told.AddMinutes(5));
        IncidentRules.Acknowledge(_state, _state.Open.Single(), "ben", null, _told.AddMinutes(6));

        Next(_told.AddHours(1)).ShouldBeNull();
        Remind(_told.AddHours(1)).ShouldBeNull();
        _state.Open.Single().Acknowledged.ShouldBe(new Acknowledgement("anna", _told.AddMinutes(5), "disk full"));
    }

    [Fact]
    public void What_is_muted_is_reminded_of_when_that_ends()
    {
        GoDown();
        IncidentRules.Mute(_state, _state.Open.Single(), _told.AddHours(2), _told.AddMinutes(5));

        Next(_told.AddHours(1)).ShouldBe(_told.AddHours(2));
        IncidentRules.Mute(_state, _state.Open.Single(), null, _told.AddHours(1));
        Next(_told.AddMinutes(30)).ShouldBe(_told.AddHours(1));
    }

    [Fact]
    public void In_quiet_hours_a_reminder_comes_only_when_outages_do()
    {
        GoDown();
        var night = Utc("2026-11-23 23:00");

        _state.Quiet = BerlinNight;
        Next(night).ShouldBe(night);
        _state.Quiet = BerlinNight with { HoldsAll = true };
        Next(night).ShouldBe(Utc("2026-11-24 06:00"));
    }

    [Fact]
    public void Without_a_schedule_there_are_none()
    {
        GoDown();

        ReminderRules.NextAt([], _state, _told.AddDays(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Standing.Up)]
    [InlineData(Standing.Paused)]
    [InlineData(Standing.Pending)]
    [InlineData(null)]
    public void A_website_that_is_not_down_any_more_is_forgotten_without_a_word(Standing? standing)
    {
        GoDown();
        var open = _state.Open.Single();
        var website = standing is { } now ? StillDown(open) with { Standing = now, Incident = null } : null;

        ReminderRules.Remind(_state, _usual, open, website, _told.AddHours(1)).ShouldBeNull();

        _state.Open.ShouldBeEmpty();
        _state.Waiting.Select(waiting => waiting.Alert.Kind).ShouldBe([AlertKind.WentDown]);
    }

    [Fact]
    public void A_reminder_that_could_not_be_stored_is_due_again_with_the_same_name()
    {
        GoDown();
        var before = _state.Open.Single();
        var id = Remind(_told.AddHours(1));

        ReminderRules.TakeBack(_state, before, id);

        _state.Waiting.ShouldNotContain(waiting => waiting.Alert.Kind == AlertKind.StillDown);
        Remind(_told.AddHours(1)).ShouldBe(id);
    }

    [Fact]
    public void Whoever_could_not_be_told_of_the_outage_yet_needs_no_reminder_and_a_later_reminder_takes_the_place_of_an_earlier()
    {
        Outbox.Accept(_state, Down(_told), _told);
        Remind(_told.AddHours(1)).ShouldBeNull();
        Plan(_state).ShouldBe(["WentDown slack-1@10:00"]);

        _state.Waiting.Clear();
        Remind(_told.AddHours(6)).ShouldNotBeNull();
        Remind(_told.AddHours(24)).ShouldNotBeNull();
        _state.Waiting.Select(waiting => waiting.Alert.Id[^1]).ShouldBe(['3']);
    }

    private void GoDown()
    {
        Outbox.Accept(_state, Down(_told) with { StartedAt = _told }, _told);
        _state.Waiting[0] = _state.Waiting[0] with { Recipients = [new WaitingRecipient("mail", 1, _told, "busy")] };
    }

    private DateTimeOffset? Next(DateTimeOffset at) => ReminderRules.NextAt(_usual, _state, at);

    private string? Remind(DateTimeOffset at) =>
        ReminderRules.Due(_usual, _state, at).Select(open => ReminderRules.Remind(_state, _usual, open, StillDown(open), at)).SingleOrDefault();
}
