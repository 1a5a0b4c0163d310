using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class ChannelOutboxTests
{
    private static readonly DateTimeOffset _now = Film.Start;
    private static readonly DeliveryAnswer _delivered = new DeliveryAnswer.Delivered("ok");
    private static readonly DeliveryAnswer _tryAgain = new DeliveryAnswer.TryAgain("busy");
    private static readonly DeliveryAnswer _broken = new DeliveryAnswer.GiveUp("404, gone.", IsChannelBroken: true);

    private readonly OwnerState _state = new() { Channels = [Channel("ntfy-1"), Channel("slack-2")] };

    [Fact]
    public void An_alert_is_told_over_every_channel_and_one_that_fails_holds_up_no_other()
    {
        Accept(1);

        Tell("ntfy-1", _tryAgain);
        Due("ntfy-1").ShouldBeNull();
        Tell("slack-2", _delivered)[0].Outcome.ShouldBe(DeliveryOutcome.Delivered);
        Due("ntfy-1", _now.AddSeconds(5)).ShouldBe("shop-1");
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(7200, 3600)]
    public void A_channel_is_left_alone_as_long_as_it_asks_up_to_an_hour(int asked, int seconds)
    {
        Accept(1);
        Accept(2);

        Tell("ntfy-1", new DeliveryAnswer.TryAgain("429", TimeSpan.FromSeconds(asked)));

        Outbox.NextDueAt(_state, "ntfy-1").ShouldBe(_now.AddSeconds(seconds));
        Due("ntfy-1", _now.AddSeconds(seconds - 0.5)).ShouldBeNull();
    }

    [Fact]
    public void A_thousand_alerts_do_not_knock_on_a_closed_door_one_after_the_other()
    {
        foreach (var number in Enumerable.Range(1, 1000))
            Accept(number);
        var attempts = 0;
        for (var at = _now; at < _now.AddHours(1); at = at.AddSeconds(1))
            for (; Due("ntfy-1", at) is not null; attempts++)
                Tell("ntfy-1", _tryAgain, at);

        attempts.ShouldBeInRange(55, 70);
    }

    [Fact]
    public void After_an_outage_all_that_waits_goes_out_at_once()
    {
        Accept(1);
        var at = _now;
        for (var i = 0; i < 7; i++)
        {
            at = Outbox.NextDueAt(_state, "ntfy-1")!.Value;
            Tell("ntfy-1", _tryAgain, at);
        }

        Accept(2, at.AddMinutes(2));
        Tell("ntfy-1", _delivered, at.AddMinutes(2)).Single().AlertId.ShouldBe("shop-2");

        Due("ntfy-1", at.AddMinutes(2)).ShouldBe("shop-1");
    }

    [Fact]
    public void What_waits_for_a_channel_that_broke_goes_to_one_that_works()
    {
        Accept(1);
        Tell("slack-2", _delivered);
        _state.Channels.Add(Channel("gotify-3"));      // came later, so that it has no part in the alert yet

        var records = Tell("ntfy-1", _broken);

        records.Single().Answer.ShouldBe("404, gone. It goes to gotify-3 instead.");
        records.Single().Outcome.ShouldBe(DeliveryOutcome.GaveUp);
        Due("gotify-3").ShouldBe("shop-1");
        Due("slack-2").ShouldBeNull();
    }

    [Fact]
    public void All_that_waits_for_a_broken_channel_is_settled_at_once_each_with_a_record()
    {
        Accept(1);
        Accept(2);
        Tell("slack-2", _delivered);

        Tell("ntfy-1", _broken).Select(record => (record.AlertId, record.Answer)).ShouldBe(
            [("shop-1", "404, gone. Other channels tell it."), ("shop-2", "404, gone. Other channels tell it.")]);
        Tell("slack-2", _broken).Select(record => record.Answer).ShouldBe(["404, gone. No other channel is left for it."]);
        _state.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_channel_gets_no_new_alerts_unless_there_is_no_other()
    {
        Accept(1);
        Tell("ntfy-1", _broken);

        Accept(2).ShouldBe(["slack-2"]);
        Tell("slack-2", _delivered);
        Tell("slack-2", _broken);
        Accept(3).ShouldBe(["ntfy-1", "slack-2"]);
        Tell("ntfy-1", _delivered);
        Accept(4).ShouldBe(["ntfy-1"]);
    }

    [Fact]
    public void The_operator_is_told_of_a_channel_once()
    {
        Accept(1);
        Tell("ntfy-1", _broken);
        Outbox.BrokenUntold(_state).ShouldBe(["ntfy-1"]);
        _state.Troubles["ntfy-1"] = _state.Troubles["ntfy-1"] with { IsOperatorTold = true };

        Tell("slack-2", _broken);
        Accept(2);
        Tell("ntfy-1", _broken);

        Outbox.BrokenUntold(_state).ShouldBe(["slack-2"]);
    }

    [Fact]
    public void A_test_that_arrives_mends_a_channel_and_one_that_does_not_breaks_none()
    {
        Accept(1);
        Tell("ntfy-1", _broken);
        var test = ChannelAlertWriter.Test(Guid.NewGuid(), _now);

        Outbox.NoteTest(_state, Film.Owner, Channel("slack-2"), test, _broken, _now).Outcome.ShouldBe(DeliveryOutcome.GaveUp);
        Outbox.NoteTest(_state, Film.Owner, Channel("ntfy-1"), test, _delivered, _now).Subject.ShouldBe("TEST from UptimeSquirrel");

        Accept(2).ShouldBe(["ntfy-1", "slack-2"]);
    }

    [Fact]
    public void A_channel_taken_away_during_a_delivery_leaves_nothing_behind()
    {
        Accept(1);
        var message = Outbox.NextDue(_state, "ntfy-1", _now)!;
        Outbox.RemoveChannel(_state, "ntfy-1", _now);

        Outbox.Note(_state, Film.Owner, Channel("ntfy-1"), message, _tryAgain, _now, spread: 0).Count.ShouldBe(1);

        _state.Troubles.ShouldBeEmpty();
        _state.Waiting.Single().Recipients.Select(one => one.Channel).ShouldBe(["slack-2"]);
    }

    [Fact]
    public void More_than_twenty_thousand_alerts_push_out_the_oldest()
    {
        foreach (var number in Enumerable.Range(1, Outbox.MostWaiting + 2))
            Accept(number);

        Outbox.TakeSurplus(_state).Select(waiting => waiting.Alert.Id).ShouldBe(["shop-1", "shop-2"]);
        _state.Waiting.Count.ShouldBe(Outbox.MostWaiting);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 20, true)]
    [InlineData(1, 21, false)]
    [InlineData(500, 10_000, true)]
    [InlineData(499, 10_000, false)]
    public void A_long_outbox_is_stored_after_every_twentieth_part(int notes, int waiting, bool isTime) => Outbox.IsWorthSaving(notes, waiting).ShouldBe(isTime);

    [Fact]
    public void What_was_stored_before_there_were_channels_is_still_understood()
    {
        var alert = JsonSerializer.Serialize(Down(1));
        var stored = $$"""
            {"Emails":[{"Text":"alice@shop.example"}],
             "Waiting":[{"Alert":{{alert}},"AcceptedAt":"2026-11-23T10:00:00+00:00",
               "Recipients":[{"Address":{"Text":"alice@shop.example"},"Attempts":2,"NextAttemptAt":"2026-11-23T10:01:00+00:00","LastFailure":"421 busy"}]}],
             "Known":[{"Id":"shop-1","AcceptedAt":"2026-11-23T10:00:00+00:00"}]}
            """;

        var state = JsonSerializer.Deserialize<OwnerState>(stored)!;

        state.Waiting.Single().Recipients.Single().ShouldBe(new WaitingRecipient("alice@shop.example", 2, new(2026, 11, 23, 10, 1, 0, TimeSpan.Zero), "421 busy"));
        Outbox.Knows(state, "shop-1").ShouldBeTrue();
        Outbox.NextDue(state, "alice@shop.example", new(2026, 11, 23, 10, 1, 0, TimeSpan.Zero)).ShouldNotBeNull();
        var again = JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(state))!;
        Outbox.Knows(again, "shop-1").ShouldBeTrue();
        again.Waiting.Single().Recipients.ShouldBe(state.Waiting.Single().Recipients);
    }

    [Theory]
    [InlineData("hunter2", "…")]
    [InlineData("0123456789abcdef", "…cdef")]
    [InlineData("https://hooks.slack.com/services/T000/B000/XXXXYYYY", "https://hooks.slack.com/…YYYY")]
    [InlineData("https://example.org/x", "https://example.org/…")]
    public void Of_a_secret_little_is_shown(string secret, string shown) => SecretMask.Of(secret).ShouldBe(shown);

    private static StoredChannel Channel(string id) =>
        new(id, id.Split('-')[0], id, new Dictionary<string, string>(), new Dictionary<string, StoredSecret>());

    // Each about a website of its own: about one, the later waits for the earlier.
    private static Alert Down(int number) => Film.Play("- - -").State.Unsent[0] with
    {
        Id = $"shop-{number}",
        Website = new Websites.WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    };

    private static readonly Alert _pattern = Down(0);

    private IReadOnlyList<string> Accept(int number, DateTimeOffset? at = null) => Outbox.Accept(
        _state, _pattern with { Id = $"shop-{number}", Website = new Websites.WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }, at ?? _now);

    private string? Due(string channel, DateTimeOffset? at = null) => Outbox.NextDue(_state, channel, at ?? _now)?.Alerts[0].Alert.Id;

    private IReadOnlyList<Delivery> Tell(string channel, DeliveryAnswer answer, DateTimeOffset? at = null) => OutboxSteps.Tell(_state, channel, answer, at ?? _now);
}
