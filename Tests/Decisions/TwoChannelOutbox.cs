using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>The outbox of an owner with two channels, played by the second.</summary>
public abstract class TwoChannelOutbox
{
    protected static readonly DateTimeOffset Now = Film.Start;
    protected static readonly TimeSpan Window = TimeSpan.FromSeconds(20);
    protected static readonly DeliveryAnswer Done = new DeliveryAnswer.Delivered("250 ok", "id-1");
    protected static readonly DeliveryAnswer Busy = new DeliveryAnswer.TryAgain("busy");
    private static readonly Alert _pattern = Film.Play("- - -").State.Unsent[0];

    private protected OwnerState State { get; } = new() { Channels = [Channel("ntfy-1"), Channel("slack-2")] };

    protected static StoredChannel Channel(string id) =>
        new(id, id.Split('-')[0], id, new Dictionary<string, string>(), new Dictionary<string, StoredSecret>());

    protected static Alert Down(int number) =>
        _pattern with { Id = $"shop-{number}", IncidentId = $"shop-{number}", Website = new WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) };

    protected static Alert Back(int number) => Down(number) with { Id = $"shop-{number}-up", Kind = AlertKind.CameBack };

    protected void Accept(int number, double at = 0) => Outbox.Accept(State, Down(number), Now.AddSeconds(at), Window);

    protected IEnumerable<string> Due(string channel, double at, int most = int.MaxValue) =>
        Outbox.NextDue(State, channel, Now.AddSeconds(at), most: most)?.Alerts.Select(waiting => waiting.Alert.Id) ?? [];

    protected IReadOnlyList<Delivery> Tell(string channel, DeliveryAnswer answer, double at, int most = int.MaxValue, TimeSpan? asked = null)
    {
        var message = Outbox.NextDue(State, channel, Now.AddSeconds(at), most: most)!;
        var came = asked is null ? answer : new DeliveryAnswer.TryAgain("busy", asked);
        return Outbox.Note(State, Film.Owner, Channel(channel), message, came, Now.AddSeconds(at), spread: 0);
    }
}
