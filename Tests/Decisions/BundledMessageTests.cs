using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>What becomes of a message for several alerts: stored, refused, tried again, broken up, told elsewhere.</summary>
public sealed class BundledMessageTests : TwoChannelOutbox
{
    [Fact]
    public void A_message_takes_as_many_as_its_channel_does_and_the_rest_follows()
    {
        foreach (var number in Enumerable.Range(1, 5))
            Accept(number);

        Due("ntfy-1", 20, most: 2).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", Busy, 20, most: 2);
        Due("ntfy-1", 25, most: 2).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", Done, 25, most: 2);
        Due("ntfy-1", 25, most: 2).ShouldBe(["shop-3", "shop-4"]);
    }

    [Fact]
    public void A_message_that_failed_is_the_same_at_the_next_attempt_also_after_a_restart()
    {
        Accept(1);
        Accept(2);
        Tell("ntfy-1", Busy, 20);
        Accept(3, at: 21);

        var again = JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(State))!;

        var message = Outbox.NextDue(again, "ntfy-1", Now.AddSeconds(25))!;
        message.Alerts.Select(waiting => waiting.Alert.Id).ShouldBe(["shop-1", "shop-2"]);
        message.Recipient.Attempts.ShouldBe(1);
    }

    [Fact]
    public void What_came_of_it_is_on_record_for_each_alert_with_the_same_id_of_the_provider()
    {
        Accept(1);
        Accept(2);

        Tell("ntfy-1", Busy, 20).Select(record => (record.AlertId, record.Attempt, record.Outcome, record.Answer)).ShouldBe(
            [("shop-1", 1, DeliveryOutcome.TryAgain, "busy"), ("shop-2", 1, DeliveryOutcome.TryAgain, "busy")]);
        Tell("ntfy-1", Done, 25).Select(record => (record.AlertId, record.Attempt, record.Answer)).ShouldBe(
            [("shop-1", 2, "In one message with 1 other: 250 ok (id id-1)"), ("shop-2", 2, "In one message with 1 other: 250 ok (id id-1)")]);
        Due("slack-2", 20).ShouldBe(["shop-1", "shop-2"]);
        Tell("slack-2", Done, 20);
        State.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void All_of_a_message_for_a_channel_that_broke_goes_to_the_next_as_one()
    {
        Accept(1);
        Accept(2);
        Tell("slack-2", Done, 20);
        State.Channels.Add(Channel("gotify-3"));

        Tell("ntfy-1", new DeliveryAnswer.GiveUp("404", IsChannelBroken: true), 20).Count.ShouldBe(2);

        Due("gotify-3", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void A_message_with_up_again_waits_whole_until_down_was_told_and_makes_that_worth_a_try()
    {
        Accept(1);
        Tell("ntfy-1", new DeliveryAnswer.TryAgain("busy", TimeSpan.FromHours(1)), 20);
        State.Troubles.Clear();                                              // the channel works again; the alert has its own time
        Outbox.NextDueAt(State, "ntfy-1").ShouldBe(Now.AddSeconds(3620));

        Outbox.Accept(State, Back(1), Now.AddSeconds(60), Window);
        Accept(2, at: 61);

        Due("ntfy-1", 79).ShouldBeEmpty();
        Due("ntfy-1", 80).ShouldBe(["shop-1"]);
        Tell("ntfy-1", Done, 80);
        Due("ntfy-1", 80).ShouldBe(["shop-1-up", "shop-2"]);
    }

    [Fact]
    public void A_message_waits_until_all_of_it_is_stored()
    {
        Accept(1);
        Accept(2);

        Outbox.NextDue(State, "ntfy-1", Now.AddSeconds(20), new HashSet<string> { "shop-2" }).ShouldBeNull();
        Outbox.Refuse(State, "shop-2");
        Due("ntfy-1", 20).ShouldBe(["shop-1"]);
    }

    [Fact]
    public void What_was_told_elsewhere_is_left_out()
    {
        Accept(1);
        Accept(2);
        Outbox.NoteTold(State, "shop-1", [new ToldChannel("ntfy-1", 1, IsDone: true)]);

        Due("ntfy-1", 20).ShouldBe(["shop-2"]);
        Due("slack-2", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void Ten_thousand_alerts_are_one_message()
    {
        foreach (var number in Enumerable.Range(1, 10_000))
            Accept(number);

        Tell("ntfy-1", Done, 20).Count.ShouldBe(10_000);
        Due("ntfy-1", 20).ShouldBeEmpty();
        State.Hours["ntfy-1"].Messages.ShouldBe(1);
    }
}
