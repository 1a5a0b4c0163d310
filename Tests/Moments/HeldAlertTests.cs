using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Holding;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>A night in Berlin, from 21:00 to 06:00 UTC.</summary>
public sealed class HeldAlertTests
{
    private static readonly DateTimeOffset _evening = Utc("2026-11-23 20:00");
    private static readonly DateTimeOffset _night = Utc("2026-11-24 01:10");

    private readonly OwnerState _state = new() { Channels = [Channel("slack-1")], Quiet = BerlinNight with { HoldsAll = true } };

    [Fact]
    public void What_is_held_is_told_when_the_quiet_hours_end()
    {
        Accept(Down(_night), _night).ShouldBe(["slack-1"]);

        Plan(_state).ShouldBe(["WentDown slack-1@06:00"]);
        OutboxSteps.Next(_state, Utc("2026-11-24 05:59")).ShouldBeNull();
        OutboxSteps.Next(_state, Utc("2026-11-24 06:00")).ShouldNotBeNull();
        _state.Open.Single().ToldAt.ShouldBe(Utc("2026-11-24 06:00"));
    }

    [Fact]
    public void An_outage_and_its_end_in_one_night_are_one_message_in_the_morning()
    {
        var down = Down(_night) with { StartedAt = _night };
        Accept(down, _night);
        Accept(Back(_night.AddMinutes(30), down), _night.AddMinutes(30));

        Plan(_state).ShouldBe(["WasDown slack-1@06:00"]);
        _state.Open.ShouldBeEmpty();
        var words = AlertWriter.Write(_state.Waiting[0].Alert);
        words.Subject.ShouldBe("WAS DOWN for 30 min: Shop (shop.example), from 01:10 UTC to 01:40 UTC");
        words.Headline.ShouldBe("Shop was down from 01:10 UTC to 01:40 UTC.");
        LetterWriter.Write(_state.Waiting[0].Alert, "slack-1").IsAllClear.ShouldBeTrue();
    }

    [Fact]
    public void An_outage_that_went_through_brings_its_end_with_it()
    {
        _state.Quiet = BerlinNight;
        var down = Down(_night);
        Accept(down, _night);
        Accept(Back(_night.AddMinutes(30), down), _night.AddMinutes(30));

        Plan(_state).ShouldBe(["WentDown slack-1@01:10", "CameBack slack-1@01:40"]);
    }

    [Fact]
    public void The_end_of_an_outage_of_the_evening_waits_for_the_morning()
    {
        _state.Quiet = BerlinNight;
        var down = Down(_evening);
        Accept(down, _evening);
        OutboxSteps.TellNext(_state, new DeliveryAnswer.Delivered("ok"), _evening);
        Accept(Back(_night, down), _night);

        Plan(_state).ShouldBe(["CameBack slack-1@06:00"]);
    }

    [Fact]
    public void A_new_outage_does_not_wait_behind_the_end_of_the_last_one()
    {
        The_end_of_an_outage_of_the_evening_waits_for_the_morning();
        var again = _night.AddMinutes(20);

        Accept(Down(again, incident: 2), again);

        Plan(_state).ShouldBe(["CameBack slack-1@01:30", "WentDown slack-1@01:30"]);
        OutboxSteps.Next(_state, again)!.Alerts[0].Alert.Kind.ShouldBe(AlertKind.CameBack);
    }

    [Fact]
    public void An_outage_that_is_not_over_in_the_morning_is_told_as_one()
    {
        var down = Down(_night);
        Accept(down, _night);
        var morning = Utc("2026-11-24 06:10");
        Accept(Back(morning, down), morning);

        Plan(_state).ShouldBe(["WentDown slack-1@06:00", "CameBack slack-1@06:10"]);
    }

    [Fact]
    public void A_retry_goes_on_for_48_hours_after_the_night_too()
    {
        Accept(Down(_night), _night);
        var morning = Utc("2026-11-24 06:00");

        OutboxSteps.TellNext(_state, new DeliveryAnswer.TryAgain("busy"), morning);

        _state.Waiting.Single().AcceptedAt.ShouldBe(morning);
    }

    [Fact]
    public void Other_quiet_hours_plan_anew_what_waits()
    {
        Accept(Down(_night), _night);
        Accept(Down(_night, website: 2), _night);

        Change(Quiet("22:00", "05:00", holdsAll: true));
        Plan(_state).ShouldBe(["WentDown slack-1@04:00", "WentDown slack-1@04:00"]);
        Change(null);
        Plan(_state).ShouldBe(["WentDown slack-1@01:15", "WentDown slack-1@01:15"]);
        _state.Open.ShouldAllBe(open => open.ToldAt == _night.AddMinutes(5));
    }

    private IReadOnlyList<string> Accept(Alert alert, DateTimeOffset at)
    {
        var channels = Outbox.Accept(_state, alert, at);
        IncidentRules.Settle(_state, alert, at);
        IncidentRules.Settle(_state, alert, at).ShouldBeFalse("Doing so twice changes nothing.");
        return channels;
    }

    private void Change(QuietHours? quiet)
    {
        _state.Quiet = quiet;
        HoldRules.PlanAnew(_state, _night.AddMinutes(5));
    }
}
