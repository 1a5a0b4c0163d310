using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Limits;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>A channel that has told as much as it may in an hour tells the rest in one message when the hour ends.</summary>
public sealed class LimitTests
{
    private const string Ntfy = "ntfy-1";
    private const int Limit = 3;
    private static readonly DateTimeOffset _now = Film.Start;                 // on the hour
    private static readonly DeliveryAnswer _delivered = new DeliveryAnswer.Delivered("250 ok");
    private static readonly StoredChannel _channel = new(Ntfy, "ntfy", Ntfy, new Dictionary<string, string>(), new Dictionary<string, StoredSecret>());

    private readonly OwnerState _state = new() { Channels = [_channel] };

    [Fact]
    public void The_last_message_of_the_hour_is_known_as_such()
    {
        Last(0).ShouldBeNull();
        TellFresh(1, 2);
        Last(59).ShouldBe(_now.AddHours(1));
        Last(60).ShouldBeNull();
        LimitRules.LastUntil(_state, Ntfy, limit: 0, _now).ShouldBeNull();
    }

    [Fact]
    public void What_comes_after_the_last_message_waits_for_the_end_of_the_hour_and_is_one_message()
    {
        TellFresh(1, 2, 3);
        Accept(4, 30);
        Accept(5, 59);

        Next(59).ShouldBeNull();
        Outbox.NextDueAt(_state, Ntfy).ShouldBe(_now.AddHours(1));
        Told(60).ShouldBe(["shop-4", "shop-5"]);
        _state.Hours[Ntfy].ShouldBe(new ChannelHour(_now.AddHours(1), 1));
    }

    [Fact]
    public void What_was_folded_is_on_record_as_such()
    {
        TellFresh(1, 2, 3);
        Accept(4, 30);
        Accept(5, 30);
        Next(30);

        Records(60).Select(record => (record.AlertId, record.Outcome, record.Answer)).ShouldBe(
        [
            ("shop-4", DeliveryOutcome.Delivered, "Folded by the limit of messages an hour, told at 11:00 UTC with 1 other: 250 ok"),
            ("shop-5", DeliveryOutcome.Delivered, "Folded by the limit of messages an hour, told at 11:00 UTC with 1 other: 250 ok"),
        ]);
    }

    [Fact]
    public void The_folded_message_is_the_same_at_every_attempt_also_when_others_come_and_after_a_restart()
    {
        TellFresh(1, 2, 3);
        Accept(4, 30);
        Accept(5, 30);
        Next(30);
        Outbox.Note(_state, Film.Owner, _channel, Next(60)!, new DeliveryAnswer.TryAgain("busy"), _now.AddHours(1), spread: 0);
        Accept(6, 60);

        var again = JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(_state))!;

        Outbox.NextDue(again, Ntfy, _now.AddMinutes(61))!.Alerts.Select(waiting => waiting.Alert.Id).ShouldBe(["shop-4", "shop-5"]);
    }

    [Fact]
    public void A_recovery_is_folded_behind_its_outage_never_before_it_and_never_lost()
    {
        TellFresh(1, 2);
        Accept(3, 10);
        Outbox.Note(_state, Film.Owner, _channel, Next(10)!, new DeliveryAnswer.TryAgain("busy", TimeSpan.FromMinutes(50)), _now.AddMinutes(10), spread: 0);
        _state.Troubles.Clear();
        TellFresh(4);
        Outbox.Accept(_state, Film.Down(3) with { Id = "shop-3-up", Kind = AlertKind.CameBack }, _now.AddMinutes(20));
        Outbox.Accept(_state, Film.Down(1) with { Id = "shop-1-up", Kind = AlertKind.CameBack }, _now.AddMinutes(21));

        Next(21).ShouldBeNull();
        Told(60).ShouldBe(["shop-3", "shop-3-up", "shop-1-up"]);
    }

    [Fact]
    public void What_was_counted_in_hours_that_are_over_is_forgotten()
    {
        _state.Hours["gone@shop.example"] = new ChannelHour(_now.AddHours(-1), 5);
        TellFresh(1);

        _state.Hours.Keys.ShouldBe([Ntfy]);
    }

    [Fact]
    public void A_failed_attempt_is_no_message()
    {
        Accept(1, 0);
        Outbox.Note(_state, Film.Owner, _channel, Next(0)!, new DeliveryAnswer.TryAgain("busy"), _now, spread: 0);

        _state.Hours.ShouldBeEmpty();
    }

    [Fact]
    public void Alerts_that_are_still_gathered_when_the_hour_ends_belong_to_the_next()
    {
        TellFresh(1, 2, 3);
        Outbox.Accept(_state, Film.Down(4), _now.AddMinutes(59.9), TimeSpan.FromSeconds(20));

        Next(59.95).ShouldBeNull();
        Outbox.NextDueAt(_state, Ntfy).ShouldBe(_now.AddMinutes(59.9).AddSeconds(20));
        Next(61)!.Recipient.FoldedUntil.ShouldBeNull();
    }

    [Theory]
    [InlineData(ChannelMedium.Mail, 60)]
    [InlineData(ChannelMedium.Text, 20)]
    [InlineData(ChannelMedium.Push, 60)]
    [InlineData(ChannelMedium.Program, 0)]
    public void Each_medium_has_a_limit_of_its_own(ChannelMedium medium, int limit) => LimitRules.Limit(new AlertOptions(), medium).ShouldBe(limit);

    private void Accept(int number, double minute) => Outbox.Accept(_state, Film.Down(number), _now.AddMinutes(minute));

    private void TellFresh(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            Accept(number, 15);
            Told(15).ShouldBe([$"shop-{number}"]);
        }
    }

    private DueMessage? Next(double minute)
    {
        LimitRules.Fold(_state, Ntfy, Limit, _now.AddMinutes(minute));
        return Outbox.NextDue(_state, Ntfy, _now.AddMinutes(minute));
    }

    private IReadOnlyList<Delivery> Records(double minute) =>
        Outbox.Note(_state, Film.Owner, _channel, Next(minute)!, _delivered, _now.AddMinutes(minute), spread: 0);

    private IEnumerable<string> Told(double minute) => Records(minute).Select(record => record.AlertId);

    private DateTimeOffset? Last(double minute) => LimitRules.LastUntil(_state, Ntfy, Limit, _now.AddMinutes(minute));
}
