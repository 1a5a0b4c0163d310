using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>Takes an outbox through its deliveries one by one, as if it had only one channel at a time.</summary>
internal static class OutboxSteps
{
    public static DueMessage? Next(OwnerState state, DateTimeOffset at) =>
        Outbox.BusyChannels(state).Select(channel => Outbox.NextDue(state, channel, at)).FirstOrDefault(next => next is not null);

    public static IReadOnlyList<Delivery> TellNext(OwnerState state, DeliveryAnswer answer, DateTimeOffset at) => Tell(state, Next(state, at)!.Recipient.Channel, answer, at);

    public static IReadOnlyList<Delivery> Tell(OwnerState state, string channel, DeliveryAnswer answer, DateTimeOffset at, int most = int.MaxValue)
    {
        var message = Outbox.NextDue(state, channel, at, most: most)!;
        return Outbox.Note(state, Film.Owner, state.AllChannels().Single(one => one.Id == channel), message, answer, at, spread: 0);
    }
}
