using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>Which alerts become one message, and that it stays that one message whatever happens meanwhile.</summary>
public sealed class BundleTests
{
    private static readonly DateTimeOffset _now = Film.Start;
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(20);
    private static readonly DeliveryAnswer _delivered = new DeliveryAnswer.Delivered("250 ok", "id-1");
    private static readonly DeliveryAnswer _tryAgain = new DeliveryAnswer.TryAgain("busy");
    private static readonly Alert _pattern = Film.Play("- - -").State.Unsent[0];

    private readonly OwnerState _state = new() { Channels = [Channel("ntfy-1"), Channel("slack-2")] };

    [Fact]
    public void A_lone_alert_is_told_when_the_window_ends()
    {
        Accept(1);

        Due("ntfy-1", 19.9).ShouldBeEmpty();
        Due("ntfy-1", 20).ShouldBe(["shop-1"]);
        Outbox.NextDueAt(_state).ShouldBe(_now + _window);
    }

    [Fact]
    public void The_window_begins_with_the_first_alert_and_no_later_one_makes_it_longer()
    {
        Accept(1);
        Accept(2, at: 19);
        Accept(3, at: 20);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", _delivered, 20);
        Due("ntfy-1", 39).ShouldBeEmpty();
        Due("ntfy-1", 40).ShouldBe(["shop-3"]);
    }

    [Fact]
    public void A_clock_that_is_set_back_keeps_nobody_waiting()
    {
        Accept(1);
        Accept(2, at: -3600);

        Outbox.NextDueAt(_state, "ntfy-1").ShouldBe(_now.AddSeconds(-3580));
    }

    [Fact]
    public void Where_each_alert_is_an_event_of_its_own_it_is_told_at_once()
    {
        Accept(1);
        Accept(2);

        Outbox.NextDue(_state, "ntfy-1", _now, most: 1)!.Alerts.Single().Alert.Id.ShouldBe("shop-1");
        Outbox.NextDueAt(_state, "ntfy-1", most: 1).ShouldBe(_now);
    }

    [Fact]
    public void A_message_takes_as_many_as_its_channel_does_and_the_rest_follows()
    {
        foreach (var number in Enumerable.Range(1, 5))
            Accept(number);

        Due("ntfy-1", 20, most: 2).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", _tryAgain, 20, most: 2);
        Due("ntfy-1", 25, most: 2).ShouldBe(["shop-1", "shop-2"]);
        Tell("ntfy-1", _delivered, 25, most: 2);
        Due("ntfy-1", 25, most: 2).ShouldBe(["shop-3", "shop-4"]);
    }

    [Fact]
    public void A_message_that_failed_is_the_same_at_the_next_attempt_also_after_a_restart()
    {
        Accept(1);
        Accept(2);
        Tell("ntfy-1", _tryAgain, 20);
        Accept(3, at: 21);

        var again = JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(_state))!;

        var message = Outbox.NextDue(again, "ntfy-1", _now.AddSeconds(25))!;
        message.Alerts.Select(waiting => waiting.Alert.Id).ShouldBe(["shop-1", "shop-2"]);
        message.Recipient.Attempts.ShouldBe(1);
    }

    [Fact]
    public void What_came_of_it_is_on_record_for_each_alert_with_the_same_id_of_the_provider()
    {
        Accept(1);
        Accept(2);

        Tell("ntfy-1", _tryAgain, 20).Select(record => (record.AlertId, record.Attempt, record.Outcome, record.Answer)).ShouldBe(
            [("shop-1", 1, DeliveryOutcome.TryAgain, "busy"), ("shop-2", 1, DeliveryOutcome.TryAgain, "busy")]);
        Tell("ntfy-1", _delivered, 25).Select(record => (record.AlertId, record.Attempt, record.Answer)).ShouldBe(
            [("shop-1", 2, "In one message with 1 other: 250 ok (id id-1)"), ("shop-2", 2, "In one message with 1 other: 250 ok (id id-1)")]);
        Due("slack-2", 20).ShouldBe(["shop-1", "shop-2"]);
        Tell("slack-2", _delivered, 20);
        _state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void All_of_a_message_for_a_channel_that_broke_goes_to_the_next_as_one()
    {
        Accept(1);
        Accept(2);
        Tell("slack-2", _delivered, 20);
        _state.Channels.Add(Channel("gotify-3"));

        Tell("ntfy-1", new DeliveryAnswer.GiveUp("404", IsChannelBroken: true), 20).Count.ShouldBe(2);

        Due("gotify-3", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void A_channel_added_while_alerts_are_gathered_tells_them_in_the_same_message()
    {
        Accept(1);
        Outbox.AddChannel(_state, Channel("gotify-3"), _now.AddSeconds(5));
        Accept(2, at: 10);

        Due("gotify-3", 10).ShouldBeEmpty();
        Due("gotify-3", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void Down_and_up_again_within_the_window_are_one_message()
    {
        Accept(1);
        Outbox.Accept(_state, Back(1), _now.AddSeconds(10), _window);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-1-up"]);
    }

    [Fact]
    public void A_message_with_up_again_waits_whole_until_down_was_told_and_makes_that_worth_a_try()
    {
        Accept(1);
        Tell("ntfy-1", _tryAgain, 20, asked: TimeSpan.FromHours(1));
        _state.Troubles.Clear();                                              // the channel works again; the alert has its own time
        Outbox.NextDueAt(_state, "ntfy-1").ShouldBe(_now.AddSeconds(3620));

        Outbox.Accept(_state, Back(1), _now.AddSeconds(60), _window);
        Accept(2, at: 61);

        Due("ntfy-1", 79).ShouldBeEmpty();
        Due("ntfy-1", 80).ShouldBe(["shop-1"]);
        Tell("ntfy-1", _delivered, 80);
        Due("ntfy-1", 80).ShouldBe(["shop-1-up", "shop-2"]);
    }

    [Fact]
    public void A_message_waits_until_all_of_it_is_stored()
    {
        Accept(1);
        Accept(2);

        Outbox.NextDue(_state, "ntfy-1", _now.AddSeconds(20), new HashSet<string> { "shop-2" }).ShouldBeNull();
        Outbox.Refuse(_state, "shop-2");
        Due("ntfy-1", 20).ShouldBe(["shop-1"]);
    }

    [Fact]
    public void What_was_told_elsewhere_is_left_out()
    {
        Accept(1);
        Accept(2);
        Outbox.NoteTold(_state, "shop-1", [new ToldChannel("ntfy-1", 1, IsDone: true)]);

        Due("ntfy-1", 20).ShouldBe(["shop-2"]);
        Due("slack-2", 20).ShouldBe(["shop-1", "shop-2"]);
    }

    [Fact]
    public void A_window_that_the_clock_has_torn_apart_is_still_one_message()
    {
        Accept(1);
        Accept(2, at: -3600);
        Accept(3, at: 0);

        Tell("ntfy-1", _delivered, 20).Select(delivery => delivery.AlertId).ShouldBe(["shop-1", "shop-3"]);
        Tell("ntfy-1", _delivered, 20).Single().AlertId.ShouldBe("shop-2");
    }

    [Fact]
    public void Ten_thousand_alerts_are_one_message()
    {
        foreach (var number in Enumerable.Range(1, 10_000))
            Accept(number);

        Tell("ntfy-1", _delivered, 20).Count.ShouldBe(10_000);
        Due("ntfy-1", 20).ShouldBeEmpty();
        _state.Hours["ntfy-1"].Messages.ShouldBe(1);
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
        _state.Waiting[1] = _state.Waiting[1] with
        {
            HeldUntil = _now.AddHours(8),
            BundleUntil = _now.AddHours(8),
            Recipients = [.. _state.Waiting[1].Recipients.Select(one => one with { NextAttemptAt = _now.AddHours(8) })],
        };
        Accept(3);

        Due("ntfy-1", 20).ShouldBe(["shop-1", "shop-3"]);
    }

    [Fact]
    public void A_channel_that_comes_later_is_not_used_early_because_something_else_is_told_in_the_same_window()
    {
        _state.Channels[1] = _state.Channels[1] with { After = TimeSpan.FromMinutes(10) };
        Accept(1);
        Outbox.Accept(_state, Back(9), _now.AddSeconds(1), _window);

        Due("slack-2", 20).ShouldBe(["shop-9-up"]);
        Tell("slack-2", _delivered, 20);
        Due("slack-2", 619).ShouldBeEmpty();
        Due("slack-2", 620).ShouldBe(["shop-1"]);
    }

    private static StoredChannel Channel(string id) =>
        new(id, id.Split('-')[0], id, new Dictionary<string, string>(), new Dictionary<string, StoredSecret>());

    private static Alert Down(int number) =>
        _pattern with { Id = $"shop-{number}", IncidentId = $"shop-{number}", Website = new WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) };

    private static Alert Back(int number) => Down(number) with { Id = $"shop-{number}-up", Kind = AlertKind.CameBack };

    private void Accept(int number, double at = 0) => Outbox.Accept(_state, Down(number), _now.AddSeconds(at), _window);

    private IEnumerable<string> Due(string channel, double at, int most = int.MaxValue) =>
        Outbox.NextDue(_state, channel, _now.AddSeconds(at), most: most)?.Alerts.Select(waiting => waiting.Alert.Id) ?? [];

    private IReadOnlyList<Delivery> Tell(string channel, DeliveryAnswer answer, double at, int most = int.MaxValue, TimeSpan? asked = null)
    {
        var message = Outbox.NextDue(_state, channel, _now.AddSeconds(at), most: most)!;
        var came = asked is null ? answer : new DeliveryAnswer.TryAgain("busy", asked);
        return Outbox.Note(_state, Film.Owner, Channel(channel), message, came, _now.AddSeconds(at), spread: 0);
    }
}
