using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class SpoolRulesTests
{
    private static readonly DateTimeOffset _now = Film.Frame(3);
    private static readonly StoredChannel _alice = StoredChannel.Of(EmailAddress.Parse("alice@shop.example"));
    private static readonly StoredChannel _ntfy = new("ntfy-1", "ntfy", "…opic", new Dictionary<string, string>(), new Dictionary<string, StoredSecret>());

    private SpooledWebsite _website = SpooledWebsite.From(
        Film.Id, new KeptAlerts(Film.Owner, 1, "{}", [Alert("down"), Alert("up") with { Kind = AlertKind.CameBack }]), before: null);

    [Fact]
    public void Every_channel_is_told_everything_in_order_and_once()
    {
        Tell(_alice, new DeliveryAnswer.Delivered("250 Ok")).ShouldBe("down to alice@shop.example, attempt 1");
        Tell(_ntfy, new DeliveryAnswer.Delivered("200")).ShouldBe("down to …opic, attempt 1");
        Tell(_alice, new DeliveryAnswer.Delivered("250 Ok")).ShouldBe("up to alice@shop.example, attempt 1");
        Tell(_ntfy, new DeliveryAnswer.GiveUp("404", IsChannelBroken: true)).ShouldBe("up to …opic, attempt 1");
        SpoolRules.NextDue([_website], _alice, _now.AddDays(9)).ShouldBeNull();
        SpoolRules.NextDue([_website], _ntfy, _now.AddDays(9)).ShouldBeNull();
    }

    [Fact]
    public void Who_could_not_be_told_down_is_not_told_up_before_it()
    {
        Tell(_alice, new DeliveryAnswer.TryAgain("451 Later"));

        SpoolRules.NextDue([_website], _alice, _now.AddSeconds(4)).ShouldBeNull();
        var again = SpoolRules.NextDue([_website], _alice, _now.AddSeconds(5)).ShouldNotBeNull();
        (again.Alert.Id, again.Attempt).ShouldBe(("down", 2));
    }

    [Fact]
    public void What_the_outbox_has_accepted_is_for_the_outbox_to_tell()
    {
        _website = _website.With("down", alert => alert with { IsAccepted = true });

        SpoolRules.NextDue([_website], _alice, _now)!.Alert.Id.ShouldBe("up");
    }

    [Fact]
    public void Nobody_is_tried_for_ever()
    {
        Tell(_alice, new DeliveryAnswer.TryAgain("451 Later"));

        SpoolRules.NextDue([_website], _alice, _now.AddHours(47)).ShouldNotBeNull();
        _website = _website.With("down", alert => alert with { Deliveries = [alert.Deliveries[0] with { At = _now.AddHours(48) }] });
        SpoolRules.NextDue([_website], _alice, _now.AddHours(90)).ShouldBeNull();
    }

    [Fact]
    public void The_outbox_learns_which_channels_are_done_and_how_often_the_others_were_tried()
    {
        Tell(_alice, new DeliveryAnswer.TryAgain("451 Later"));
        Tell(_ntfy, new DeliveryAnswer.Delivered("200"));

        SpoolRules.Told(_website.Alerts[0]).ShouldBe([new ToldChannel(_alice.Id, 1, IsDone: false), new ToldChannel("ntfy-1", 1, IsDone: true)]);
    }

    [Fact]
    public void An_outbox_tells_only_over_the_channels_that_are_left_and_goes_on_counting()
    {
        var state = Owner();
        Outbox.Accept(state, Alert("down"), _now);
        Outbox.NoteTold(state, "down", [new ToldChannel(_alice.Id, 3, IsDone: false), new ToldChannel("ntfy-1", 1, IsDone: true)]);

        var waiting = state.Waiting.Single().Recipients.Single();
        (waiting.Channel, waiting.Attempts).ShouldBe((_alice.Id, 3));
        Outbox.NoteTold(state, "down", [new ToldChannel(_alice.Id, 4, IsDone: true)]);
        state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_channel_was_told_without_the_outbox_does_not_go_to_it_again_when_another_breaks()
    {
        var state = Owner();
        Outbox.Accept(state, Alert("down"), _now);
        Outbox.NoteTold(state, "down", [new ToldChannel("ntfy-1", 1, IsDone: true)]);

        OutboxSteps.Tell(state, _alice.Id, new DeliveryAnswer.GiveUp("gone.", IsChannelBroken: true), _now).Single().Answer.ShouldBe("gone. Other channels tell it.");
        state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_alert_leaves_nothing_behind()
    {
        var state = Owner();
        Outbox.Accept(state, Alert("down"), _now);
        Outbox.NextDue(state, "ntfy-1", _now, new HashSet<string> { "down" }).ShouldBeNull();

        Outbox.Refuse(state, "down");
        (state.Waiting.Count, Outbox.Knows(state, "down")).ShouldBe((0, false));
    }

    private static Alert Alert(string id) => Film.Play("- - -").State.Unsent[0] with { Id = id };

    private static OwnerState Owner() => new() { Emails = [EmailAddress.Parse(_alice.Id)], Channels = [_ntfy] };

    private string Tell(StoredChannel channel, DeliveryAnswer answer)
    {
        var due = SpoolRules.NextDue([_website], channel, _now)!;
        var delivery = DeliveryWriter.Write(Film.Owner, channel, due.Alert, due.Attempt, _now, answer);
        _website = _website.With(due.Alert.Id, alert => alert with { Deliveries = [.. alert.Deliveries, delivery] });
        return $"{due.Alert.Id} to {delivery.Recipient}, attempt {delivery.Attempt}";
    }
}
