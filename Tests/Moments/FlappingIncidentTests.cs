using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>The third outage within an hour makes the website flap; from then on single outages are not told.</summary>
public sealed class FlappingIncidentTests
{
    private static readonly DateTimeOffset _told = Utc("2026-11-23 10:00");
    private static readonly Alert _flapping = Down(_told) with
    {
        Kind = AlertKind.StartedFlapping,
        StartedAt = _told,
        Flapping = new FlappingFacts(_told.AddMinutes(-40), 3),
    };

    private readonly OwnerState _state = new() { Channels = [Channel("slack-1"), Channel("sms-1", after: TimeSpan.FromMinutes(10))] };

    [Fact]
    public void The_outage_that_begins_it_is_an_open_incident_that_can_be_acknowledged()
    {
        Accept(_flapping, _told);
        IncidentRules.Acknowledge(_state, _state.Open.Single(), "anna", null, _told.AddMinutes(5));

        _state.Open.Single().Acknowledged!.By.ShouldBe("anna");
        Plan(_state).ShouldBe(["StartedFlapping slack-1@10:00"]);
        Remind(_told.AddHours(1), Flapping(Standing.Down)).ShouldBeNull();
    }

    [Fact]
    public void Who_is_told_later_is_told_when_nobody_takes_it_on()
    {
        Accept(_flapping, _told);

        Plan(_state).ShouldBe(["StartedFlapping slack-1@10:00 sms-1@10:10"]);
    }

    [Theory]
    [InlineData(Standing.Up, "At the moment it is up.")]
    [InlineData(Standing.Down, "At the moment it is down.")]
    public void It_is_reminded_of_whether_it_is_up_at_that_moment_or_down(Standing standing, string moment)
    {
        GoFlapping();

        Remind(_told.AddHours(1), Flapping(standing)).ShouldEndWith("-1-reminder-1");

        var words = AlertWriter.Write(_state.Waiting.Single().Alert);
        words.Subject.ShouldBe("STILL FLAPPING: Shop (shop.example), 9 outages since 09:20 UTC");
        words.Explanation.ShouldBe($"There were 9 outages so far, and nobody has acknowledged that. {moment}");
        words.Next.ShouldStartWith("We will remind you again on 23 Nov 2026 16:00:00 UTC");
    }

    [Fact]
    public void It_is_over_when_the_website_is_steady_and_up_and_who_was_not_told_of_it_yet_is_told_of_neither()
    {
        Accept(_flapping, _told);
        Accept(Steady(_told.AddMinutes(5), endedAt: _told.AddMinutes(4)), _told.AddMinutes(5));

        _state.Open.ShouldBeEmpty();
        Plan(_state).ShouldBe(["StartedFlapping slack-1@10:00", "SteadyAgain slack-1@10:05"]);
    }

    [Fact]
    public void It_goes_on_when_the_website_is_steady_and_down()
    {
        GoFlapping();
        Accept(Steady(_told.AddMinutes(50), endedAt: null), _told.AddMinutes(50));
        Plan(_state).ShouldBe(["SteadyAgain slack-1@10:50 sms-1@10:50"]);
        _state.Waiting.Clear();

        var down = Flapping(Standing.Down) with { Quiet = null };
        Remind(_told.AddHours(1), down).ShouldNotBeNull();

        AlertWriter.Write(_state.Waiting.Single().Alert).Subject.ShouldBe("STILL DOWN for 45 min: Shop (shop.example)");
    }

    [Fact]
    public void The_end_of_a_later_outage_that_was_not_told_ends_it()
    {
        GoFlapping();
        var later = Down(_told.AddMinutes(15), incident: 8) with { StartedAt = _told.AddMinutes(15) };

        Accept(Back(_told.AddHours(2), later), _told.AddHours(2));

        _state.Open.ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_an_earlier_outage_that_is_handed_over_twice_does_not_end_it()
    {
        var earlier = Down(_told.AddMinutes(-20), incident: 0) with { StartedAt = _told.AddMinutes(-20) };
        Accept(_flapping, _told);

        IncidentRules.Settle(_state, Back(_told.AddMinutes(-15), earlier), _told);

        _state.Open.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Standing.Paused)]
    [InlineData(null)]
    public void A_website_that_is_not_watched_any_more_is_forgotten(Standing? standing)
    {
        GoFlapping();

        Remind(_told.AddHours(1), standing is { } now ? Flapping(now) : null).ShouldBeNull();

        _state.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_gets_only_what_is_critical_hears_of_the_end_too()
    {
        _state.Channels = [Channel("pagerduty-1", only: Severity.Critical)];
        Accept(_flapping, _told);
        Accept(Steady(_told.AddMinutes(50), endedAt: _told.AddMinutes(20)), _told.AddMinutes(50));

        Plan(_state)[^1].ShouldBe("SteadyAgain pagerduty-1@10:50");
    }

    private void GoFlapping()
    {
        Accept(_flapping, _told);
        _state.Waiting.Clear();
    }

    private void Accept(Alert alert, DateTimeOffset at)
    {
        Outbox.Accept(_state, alert, at);
        IncidentRules.Settle(_state, alert, at);
    }

    private static Alert Steady(DateTimeOffset at, DateTimeOffset? endedAt) => _flapping with
    {
        Id = _flapping.Id + "9",
        Kind = AlertKind.SteadyAgain,
        DecidedAt = at,
        StartedAt = _told.AddMinutes(-40),
        EndedAt = endedAt,
    };

    private WebsiteStatus Flapping(Standing standing)
    {
        var since = _told.AddMinutes(15);
        return StillDown(_state.Open.Single()) with
        {
            Standing = standing,
            Since = since,
            Incident = standing == Standing.Down ? new IncidentSummary(since, "The server answered 503.") : null,
            Quiet = new QuietStatus { Flapping = new FlappingFacts(_told.AddMinutes(-40), 9) },
        };
    }

    private string? Remind(DateTimeOffset at, WebsiteStatus? website)
    {
        var schedule = new AlertOptions().Reminders;
        return ReminderRules.Due(schedule, _state, at).Select(open => ReminderRules.Remind(_state, schedule, open, website, at)).SingleOrDefault();
    }
}
