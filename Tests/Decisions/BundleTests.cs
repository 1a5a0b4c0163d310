using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>Which alerts become one message, and that it stays that one message whatever happens meanwhile.</summary>
public sealed class BundleTests : TwoChannelOutbox
{
    [Fact]
    public void A_lone_alert_is_told_when_the_window_ends()
    {
        Accept(1);

        Due("ntfy-1", 19.9).ShouldBeEmpty();
        Due("ntfy-1", 20).ShouldBe(["shop-1"]);
        Outbox.NextDueAt(State).ShouldBe(Now + Window);
    }

    [Fact]
    public void The_window_begins_with_the_first_alert_and_no_later_one_makes_it_longer()
    {
        Accept(1);
        Accept(2, at: 19);
        Accept(3, at: 20);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", Done, 20);
        Due("ntfy-1", 39).ShouldBeEmpty();
        Due("ntfy-1", 40).ShouldBe(["shop-3"]);
    }

    [Fact]
    public void A_clock_that_is_set_back_keeps_nobody_waiting()
    {
        Accept(1);
        Accept(2, at: -3600);

        Outbox.NextDueAt(State, "ntfy-1").ShouldBe(Now.AddSeconds(-3580));
    }

    [Fact]
    public void Where_each_alert_is_an_event_of_its_own_it_is_told_at_once()
    {
        Accept(1);
        Accept(2);

        Outbox.NextDue(State, "ntfy-1", Now, most: 1)!.Alerts.Single().Alert.Id.ShouldBe("shop-1");
        Outbox.NextDueAt(State, "ntfy-1", most: 1).ShouldBe(Now);
    }

    [Fact]
    public void A_channel_added_while_alerts_are_gathered_tells_them_in_the_same_message()
    {
        Accept(1);
        Outbox.AddChannel(State, Channel("gotify-3"), Now.AddSeconds(5));
        Accept(2, at: 10);

        Due("gotify-3", 10).ShouldBeEmpty();
        Due("gotify-3", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void Down_and_up_again_within_the_window_are_one_message()
    {
        Accept(1);
        Outbox.Accept(State, Back(1), Now.AddSeconds(10), Window);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-1-up"]);
    }

    [Fact]
    public void A_window_that_the_clock_has_torn_apart_is_still_one_message()
    {
        Accept(1);
        Accept(2, at: -3600);
        Accept(3, at: 0);

        Tell("ntfy-1", Done, 20).Select(delivery => delivery.AlertId).ShouldBe(["shop-1", "shop-3"]);
        Tell("ntfy-1", Done, 20).Single().AlertId.ShouldBe("shop-2");
    }

    [Fact]
    public void A_certificate_that_was_renewed_does_not_hide_that_its_website_is_up_again()
    {
        var renewed = Back(1) with { Id = "renewed", IncidentId = "certificate", Kind = AlertKind.Renewed };

        new Bundle([Back(1), renewed]).Latest().Select(alert => alert.Kind).ShouldBe([AlertKind.CameBack, AlertKind.Renewed]);
        new Bundle([Down(1), Back(1)]).Latest().Select(alert => alert.Kind).ShouldBe([AlertKind.CameBack]);
    }

    [Fact]
    public void What_is_held_for_the_morning_does_not_tear_a_message_apart()
    {
        Accept(1);
        Accept(2);
        State.Waiting[1] = State.Waiting[1] with
        {
            HeldUntil = Now.AddHours(8),
            BundleUntil = Now.AddHours(8),
            Recipients = [.. State.Waiting[1].Recipients.Select(one => one with { NextAttemptAt = Now.AddHours(8) })],
        };
        Accept(3);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-3"]);
    }

    [Fact]
    public void A_channel_that_comes_later_is_not_used_early_because_something_else_is_told_in_the_same_window()
    {
        State.Channels[1] = State.Channels[1] with { After = TimeSpan.FromMinutes(10) };
        Accept(1);
        Outbox.Accept(State, Back(9), Now.AddSeconds(1), Window);

        Due("slack-2", 20).ShouldBe(["shop-9-up"]);
        Tell("slack-2", Done, 20);
        Due("slack-2", 619).ShouldBeEmpty();
        Due("slack-2", 620).ShouldBe(["shop-1"]);
    }
}
