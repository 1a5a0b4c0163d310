using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset _now = Film.Start;
    private static readonly EmailAddress _alice = EmailAddress.Parse("alice@shop.example");
    private static readonly EmailAddress _bob = EmailAddress.Parse("bob@shop.example");

    private readonly OwnerState _state = new() { Emails = [_alice, _bob] };

    [Fact]
    public void Everybody_is_told_once()
    {
        Outbox.Accept(_state, Down(1), _now);

        TellNext(Delivered).Recipient.ShouldBe("alice@shop.example");
        TellNext(Delivered).Recipient.ShouldBe("bob@shop.example");
        _state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void An_alert_is_known_after_it_was_accepted_and_after_it_was_told()
    {
        Outbox.Knows(_state, Down(1).Id).ShouldBeFalse();
        Outbox.Accept(_state, Down(1), _now);
        TellNext(Delivered);
        TellNext(Delivered);
        Outbox.Knows(_state, Down(1).Id).ShouldBeTrue();
        Outbox.Knows(_state, Down(2).Id).ShouldBeFalse();
    }

    [Fact]
    public void One_refused_recipient_does_not_keep_another_from_being_told()
    {
        Outbox.Accept(_state, Down(1), _now);

        TellNext(new DeliveryAnswer.GiveUp("550 no such user")).Outcome.ShouldBe(DeliveryOutcome.GaveUp);
        TellNext(Delivered).Recipient.ShouldBe("bob@shop.example");
        _state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_failed_attempt_waits_for_its_time_while_others_go_on()
    {
        Outbox.Accept(_state, Down(1), _now);

        TellNext(TryAgain).Recipient.ShouldBe("alice@shop.example");
        TellNext(Delivered).Recipient.ShouldBe("bob@shop.example");
        Next(_now).ShouldBeNull();
        Outbox.NextDueAt(_state).ShouldBe(_now.AddSeconds(5));
        Next(_now.AddSeconds(5))!.Recipient.ShouldBe(
            new WaitingRecipient(_alice.Text, Attempts: 1, _now.AddSeconds(5), "421 busy"));
    }

    [Fact]
    public void What_happened_first_is_told_first()
    {
        _state.Emails = [_alice];
        Outbox.Accept(_state, Down(1), _now);
        Outbox.Accept(_state, Down(2), _now);

        TellNext(Delivered).AlertId.ShouldBe(Down(1).Id);
        TellNext(Delivered).AlertId.ShouldBe(Down(2).Id);
    }

    [Fact]
    public void Nobody_hears_that_a_website_is_back_before_they_heard_that_it_was_down()
    {
        _state.Emails = [_alice];
        Outbox.Accept(_state, Down(1), _now);
        TellNext(TryAgain);
        Outbox.Accept(_state, Down(2) with { Kind = AlertKind.CameBack }, _now);

        Next(_now).ShouldBeNull();
        Outbox.NextDueAt(_state).ShouldBe(_now.AddSeconds(5));
        TellNext(Delivered, _now.AddSeconds(5)).AlertId.ShouldBe(Down(1).Id);
        TellNext(Delivered, _now.AddSeconds(5)).AlertId.ShouldBe(Down(2).Id);
    }

    [Fact]
    public void A_corrected_address_gets_what_the_mistyped_one_could_not()
    {
        _state.Emails = [_alice];
        Outbox.Accept(_state, Down(1), _now);
        TellNext(TryAgain);

        Outbox.ChangeEmails(_state, [_bob], _now);

        TellNext(Delivered).Recipient.ShouldBe("bob@shop.example");
        _state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void Telling_nobody_any_more_empties_the_outbox()
    {
        Outbox.Accept(_state, Down(1), _now);
        Outbox.ChangeEmails(_state, [], _now);

        _state.Waiting.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("550 5.1.1 <alice@shop.example>: Recipient address rejected", "550 5.1.1 <…@…>: Recipient address rejected")]
    [InlineData("421 busy", "421 busy")]
    public void The_log_does_not_repeat_addresses(string words, string expected) => LogWords.WithoutAddresses(words).ShouldBe(expected);

    [Fact]
    public void An_alert_is_given_up_after_two_days_and_the_record_says_why()
    {
        _state.Emails = [_alice];
        Outbox.Accept(_state, Down(1), _now);

        var attempts = 0;
        Delivery last;
        var time = _now;
        do
        {
            time = Outbox.NextDueAt(_state)!.Value;
            last = TellNext(TryAgain, time);
            attempts++;
        }
        while (_state.Waiting.Count > 0);

        time.ShouldBeInRange(_now.AddHours(46.9), _now.AddHours(48));
        last.Outcome.ShouldBe(DeliveryOutcome.GaveUp);
        last.Answer.ShouldBe($"Given up after {attempts} attempts in 48 hours: 421 busy");
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 15)]
    [InlineData(3, 60)]
    [InlineData(4, 180)]
    [InlineData(5, 600)]
    [InlineData(6, 1800)]
    [InlineData(7, 3600)]
    [InlineData(40, 3600)]
    public void Waits_longer_after_each_attempt_up_to_an_hour(int attempts, int seconds)
    {
        RetrySchedule.NextAttempt(attempts, _now, _now, spread: 0).ShouldBe(_now.AddSeconds(seconds));
        RetrySchedule.NextAttempt(attempts, _now, _now, spread: 1).ShouldBe(_now.AddSeconds(seconds * 1.2));
    }

    [Fact]
    public void Known_alerts_are_forgotten_after_two_days_and_never_grow_beyond_bounds()
    {
        foreach (var number in Enumerable.Range(1, KnownAlerts.Most + 10))
            Outbox.Accept(_state, Down(1) with { Id = $"shop-{number}" }, _now);
        _state.KnownHours.Sum(hour => hour.Marks.Count).ShouldBe(KnownAlerts.Most);
        Outbox.Knows(_state, "shop-10").ShouldBeFalse();
        Outbox.Knows(_state, "shop-11").ShouldBeTrue();

        Outbox.Accept(_state, Down(6001), _now.AddHours(50));
        _state.KnownHours.Sum(hour => hour.Marks.Count).ShouldBe(1);
    }

    [Fact]
    public void Nobody_to_tell_leaves_nothing_waiting()
    {
        var state = new OwnerState();
        Outbox.Accept(state, Down(1), _now);

        state.Waiting.ShouldBeEmpty();
        Outbox.Knows(state, Down(1).Id).ShouldBeTrue();
    }

    private static DeliveryAnswer Delivered => new DeliveryAnswer.Delivered("250 ok");

    private static DeliveryAnswer TryAgain => new DeliveryAnswer.TryAgain("421 busy");

    private static Alert Down(int number) => Film.Play("- - -").State.Unsent[0] with { Id = $"shop-{number}" };

    private DueMessage? Next(DateTimeOffset at) => OutboxSteps.Next(_state, at);

    private Delivery TellNext(DeliveryAnswer answer, DateTimeOffset? at = null) => OutboxSteps.TellNext(_state, answer, at ?? _now)[0];
}
