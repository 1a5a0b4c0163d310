using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Moments;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>The outbox of an owner with two channels, played by the second.</summary>
public abstract class TwoChannelOutbox
{
    protected static readonly DateTimeOffset Now = Film.Start;
    protected static readonly TimeSpan Window = TimeSpan.FromSeconds(20);
    protected static readonly DeliveryAnswer Done = new DeliveryAnswer.Delivered("250 ok", "id-1");
    protected static readonly DeliveryAnswer Busy = new DeliveryAnswer.TryAgain("busy");

    private protected OwnerState State { get; } = new() { Channels = [Channel("ntfy-1"), Channel("slack-2")] };

    protected static StoredChannel Channel(string id) => MomentCases.Channel(id);

    protected static Alert Down(int number) => Film.Down(number);

    protected static Alert Back(int number) => Down(number) with { Id = $"shop-{number}-up", Kind = AlertKind.CameBack };

    protected void Accept(int number, double at = 0) => Outbox.Accept(State, Down(number), Now.AddSeconds(at), Window);

    protected IEnumerable<string> Due(string channel, double at, int most = int.MaxValue) =>
        Outbox.NextDue(State, channel, Now.AddSeconds(at), most: most)?.Alerts.Select(waiting => waiting.Alert.Id) ?? [];

    protected IReadOnlyList<Delivery> Tell(string channel, DeliveryAnswer answer, double at, int most = int.MaxValue) =>
        OutboxSteps.Tell(State, channel, answer, Now.AddSeconds(at), most);
}
