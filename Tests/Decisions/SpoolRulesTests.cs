using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class SpoolRulesTests
{
    private static readonly DateTimeOffset _now = Film.Frame(3);
    private static readonly EmailAddress _alice = EmailAddress.Parse("alice@shop.example");
    private static readonly EmailAddress _bob = EmailAddress.Parse("bob@shop.example");
    private static readonly OwnerContacts _both = new([_alice, _bob]);

    private SpooledWebsite _website = SpooledWebsite.From(
        Film.Id, new KeptAlerts(Film.Owner, 1, "{}", [Alert("down"), Alert("up") with { Kind = AlertKind.CameBack }]), before: null);

    [Fact]
    public void Everybody_is_told_everything_in_order_and_once()
    {
        Told(new DeliveryAnswer.Delivered("250 Ok")).ShouldBe("down to alice@shop.example, attempt 1");
        Told(new DeliveryAnswer.Delivered("250 Ok")).ShouldBe("down to bob@shop.example, attempt 1");
        Told(new DeliveryAnswer.Delivered("250 Ok")).ShouldBe("up to alice@shop.example, attempt 1");
        Told(new DeliveryAnswer.GiveUp("550 No such user")).ShouldBe("up to bob@shop.example, attempt 1");
        SpoolRules.NextDue([_website], _both, _now.AddDays(9)).ShouldBeNull();
    }

    [Fact]
    public void Who_could_not_be_told_down_is_not_told_up_before_it()
    {
        var aliceAlone = new OwnerContacts([_alice]);
        Told(new DeliveryAnswer.TryAgain("451 Later"));

        SpoolRules.NextDue([_website], aliceAlone, _now.AddSeconds(4)).ShouldBeNull();
        var again = SpoolRules.NextDue([_website], aliceAlone, _now.AddSeconds(5)).ShouldNotBeNull();
        (again.Alert.Id, again.Attempt).ShouldBe(("down", 2));
    }

    [Fact]
    public void What_the_outbox_has_accepted_is_for_the_outbox_to_tell()
    {
        _website = _website.With("down", alert => alert with { IsAccepted = true });

        SpoolRules.NextDue([_website], _both, _now)!.Alert.Id.ShouldBe("up");
    }

    [Fact]
    public void Nobody_is_tried_for_ever()
    {
        Told(new DeliveryAnswer.TryAgain("451 Later"));

        SpoolRules.NextDue([_website], new OwnerContacts([_alice]), _now.AddHours(47)).ShouldNotBeNull();
        _website = _website.With("down", alert => alert with { Deliveries = [alert.Deliveries[0] with { At = _now.AddHours(48) }] });
        SpoolRules.NextDue([_website], new OwnerContacts([_alice]), _now.AddHours(90)).ShouldBeNull();
    }

    [Fact]
    public void The_outbox_learns_who_is_done_with_and_how_often_the_others_were_tried()
    {
        Told(new DeliveryAnswer.TryAgain("451 Later"));
        Told(new DeliveryAnswer.Delivered("250 Ok"));

        SpoolRules.Told(_website.Alerts[0]).ShouldBe([new ToldRecipient(_alice, 1, IsDone: false), new ToldRecipient(_bob, 1, IsDone: true)]);
    }

    [Fact]
    public void An_outbox_tells_only_those_who_are_left_and_goes_on_counting()
    {
        var state = new OwnerState { Emails = [_alice, _bob] };
        Outbox.Accept(state, Alert("down"), _now);
        Outbox.NoteTold(state, "down", [new ToldRecipient(_alice, 3, IsDone: false), new ToldRecipient(_bob, 1, IsDone: true)]);

        var waiting = state.Waiting.Single().Recipients.Single();
        (waiting.Address, waiting.Attempts).ShouldBe((_alice, 3));
        Outbox.NoteTold(state, "down", [new ToldRecipient(_alice, 4, IsDone: true)]);
        state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_alert_leaves_nothing_behind()
    {
        var state = new OwnerState { Emails = [_alice] };
        Outbox.Accept(state, Alert("down"), _now);
        Outbox.NextDue(state, _now, new HashSet<string> { "down" }).ShouldBeNull();

        Outbox.Refuse(state, "down");
        (state.Waiting.Count, Outbox.Knows(state, "down")).ShouldBe((0, false));
    }

    private static Alert Alert(string id) => Film.Play("- - -").State.Unsent[0] with { Id = id };

    private string Told(DeliveryAnswer answer)
    {
        var due = SpoolRules.NextDue([_website], _both, _now)!;
        var delivery = SpoolRules.Record(due, Film.Owner, "email", answer, _now);
        _website = _website.With(due.Alert.Id, alert => alert with { Deliveries = [.. alert.Deliveries, delivery] });
        return $"{due.Alert.Id} to {delivery.Recipient}, attempt {delivery.Attempt}";
    }
}
