using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>Slack at once, a text message after ten minutes.</summary>
public sealed class EscalationTests
{
    private static readonly DateTimeOffset _now = Utc("2026-11-23 10:00");
    private static readonly DeliveryAnswer _delivered = new DeliveryAnswer.Delivered("ok");

    private readonly OwnerState _state = new() { Channels = [Channel("slack-1"), Channel("sms-2", TimeSpan.FromMinutes(10))] };

    [Fact]
    public void A_later_channel_is_used_when_nobody_takes_the_outage_on()
    {
        Accept(Down(_now), _now);

        Plan(_state).ShouldBe(["WentDown slack-1@10:00 sms-2@10:10"]);
        OutboxSteps.TellNext(_state, _delivered, _now);
        Outbox.NextDueAt(_state).ShouldBe(_now.AddMinutes(10));
    }

    [Fact]
    public void It_is_not_used_when_somebody_does_nor_told_the_end_then()
    {
        var down = Down(_now);
        Accept(down, _now);
        OutboxSteps.TellNext(_state, _delivered, _now);
        IncidentRules.Acknowledge(_state, _state.Open.Single(), "anna", null, _now.AddMinutes(9));
        _state.Waiting.ShouldBeEmpty();

        Accept(Back(_now.AddHours(1), down), _now.AddHours(1));
        Plan(_state).ShouldBe(["CameBack slack-1@11:00"]);
    }

    [Fact]
    public void It_is_not_used_for_a_website_that_is_not_watched_any_more()
    {
        var down = Down(_now);
        Accept(down, _now);
        OutboxSteps.TellNext(_state, _delivered, _now);

        IncidentRules.Forget(_state, down.Website, _now.AddMinutes(5)).ShouldBeTrue();

        _state.Waiting.ShouldBeEmpty();
        _state.Open.ShouldBeEmpty();
        IncidentRules.Forget(_state, down.Website, _now.AddMinutes(5)).ShouldBeFalse();
    }

    [Fact]
    public void It_is_not_used_when_the_outage_is_over_before_its_time()
    {
        var down = Down(_now);
        Accept(down, _now);
        OutboxSteps.TellNext(_state, _delivered, _now);

        Accept(Back(_now.AddMinutes(5), down), _now.AddMinutes(5));

        Plan(_state).ShouldBe(["CameBack slack-1@10:05"]);
    }

    [Fact]
    public void Once_used_it_is_told_the_end_and_reminded()
    {
        var down = Down(_now);
        Accept(down, _now);
        OutboxSteps.Tell(_state, "slack-1", _delivered, _now);
        OutboxSteps.Tell(_state, "sms-2", _delivered, _now.AddMinutes(10));
        var open = _state.Open.Single();

        ReminderRules.Remind(_state, [TimeSpan.FromHours(1)], open, StillDown(open), _now.AddHours(1)).ShouldNotBeNull();
        Plan(_state).ShouldBe(["StillDown slack-1@11:00 sms-2@11:00"]);
        Accept(Back(_now.AddHours(2), down), _now.AddHours(2));
        Plan(_state).ShouldBe(["CameBack slack-1@12:00 sms-2@12:00"]);
    }

    [Fact]
    public void A_mute_puts_it_off_and_its_end_brings_it_back()
    {
        Accept(Down(_now), _now);

        IncidentRules.Mute(_state, _state.Open.Single(), _now.AddHours(2), _now.AddMinutes(1));
        Plan(_state).ShouldBe(["WentDown slack-1@10:00 sms-2@12:00"]);
        IncidentRules.Mute(_state, _state.Open.Single(), null, _now.AddMinutes(2));
        Plan(_state).ShouldBe(["WentDown slack-1@10:00 sms-2@10:10"]);
    }

    [Fact]
    public void It_counts_from_the_end_of_the_quiet_hours()
    {
        _state.Quiet = BerlinNight with { HoldsAll = true };
        var night = Utc("2026-11-23 23:00");
        Accept(Down(night), night);
        Plan(_state).ShouldBe(["WentDown slack-1@06:00 sms-2@06:10"]);

        IncidentRules.Acknowledge(_state, _state.Open.Single(), "anna", null, night.AddMinutes(1));
        Plan(_state).ShouldBe(["WentDown slack-1@06:00"]);
    }

    [Fact]
    public void A_channel_that_recovers_from_a_failure_is_not_used_before_its_time()
    {
        Accept(Down(_now, website: 1), _now.AddMinutes(-11));
        foreach (var minute in Enumerable.Range(0, 3))
            OutboxSteps.Tell(_state, "sms-2", new DeliveryAnswer.TryAgain("busy"), _now.AddMinutes(2 * minute));
        Accept(Down(_now, website: 2), _now.AddMinutes(9));

        OutboxSteps.Tell(_state, "sms-2", _delivered, _now.AddMinutes(10));

        Plan(_state)[1].ShouldBe("WentDown slack-1@10:09 sms-2@10:19");
    }

    [Fact]
    public void What_is_no_outage_goes_at_once_to_whoever_is_told_at_once()
    {
        var test = ChannelAlertWriter.Test(Guid.NewGuid(), _now);
        Accept(test, _now);
        Plan(_state).ShouldBe(["Test slack-1@10:00"]);

        _state.Channels.RemoveAt(0);
        _state.Waiting.Clear();
        Accept(test, _now);
        Plan(_state).ShouldBe(["Test sms-2@10:00"]);
    }

    [Fact]
    public void A_channel_for_outages_only_gets_them_and_their_ends_and_nothing_else()
    {
        _state.Channels = [Channel("sms-1", only: Severity.Critical)];
        var down = Down(_now);
        Accept(down, _now);
        Accept(Back(_now, down), _now);
        Plan(_state).ShouldBe(["WentDown sms-1@10:00", "CameBack sms-1@10:00"]);

        Outbox.Accept(_state, ChannelAlertWriter.Test(Guid.NewGuid(), _now), _now).ShouldBeEmpty();
    }

    [Fact]
    public void Of_one_website_one_outage_is_open_and_of_thousands_no_more_than_can_be_kept()
    {
        Accept(Down(_now, incident: 1), _now);
        Accept(Down(_now, incident: 2), _now);
        _state.Open.Single().Id.ShouldEndWith("-2");

        foreach (var website in Enumerable.Range(2, IncidentRules.MostOpen + 10))
            IncidentRules.Open(_state, Down(_now) with { Website = new(new Guid(website, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }, _now);
        _state.Open.Count.ShouldBe(IncidentRules.MostOpen);
    }

    [Fact]
    public void A_refused_outage_leaves_no_incident_behind()
    {
        Accept(Down(_now), _now);

        Outbox.Refuse(_state, Down(_now).Id);

        _state.Open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, null, "A channel cannot be used 0s after an outage: expected 1s to 24h.")]
    [InlineData(1, "critical", null)]
    [InlineData(86400, "warning", null)]
    [InlineData(86401, null, "A channel cannot be used 86401s after an outage: expected 1s to 24h.")]
    [InlineData(60, "loud", "'loud' is nothing a channel can be limited to: expected critical or warning.")]
    public void What_makes_no_sense_is_said(int seconds, string? only, string? problem) =>
        RecipientRules.Problems(new ChannelUse(TimeSpan.FromSeconds(seconds), only)).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void What_an_earlier_version_stored_has_no_open_incident_and_every_channel_is_used_at_once()
    {
        var state = JsonSerializer.Deserialize<OwnerState>("""{"Channels":[{"Id":"slack-1","Kind":"slack","Address":"x","Settings":{},"Secrets":{}}],"Waiting":[]}""")!;

        (state.Open.Count, state.Quiet, state.Channels[0].After, state.Channels[0].Only).ShouldBe((0, null, null, null));
    }

    [Fact]
    public void What_is_stored_is_read_again()
    {
        _state.Quiet = BerlinNight with { HoldsAll = true, Days = [DayOfWeek.Friday] };
        Accept(Down(_now), _now);
        IncidentRules.Acknowledge(_state, _state.Open.Single(), "anna", "on it", _now);

        var again = JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(_state))!;

        JsonSerializer.Serialize(again).ShouldBe(JsonSerializer.Serialize(_state));
        (again.Open.Single().Acknowledged, again.Open.Single().Untold.Single()).ShouldBe((new Acknowledgement("anna", _now, "on it"), "sms-2"));
        again.Quiet!.Days.ShouldBe([DayOfWeek.Friday]);
        again.Channels[1].After.ShouldBe(TimeSpan.FromMinutes(10));
    }

    private void Accept(Alert alert, DateTimeOffset at)
    {
        Outbox.Accept(_state, alert, at);
        IncidentRules.Settle(_state, alert, at);
    }
}
