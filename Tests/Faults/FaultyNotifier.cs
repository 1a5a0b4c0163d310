using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Faults;

/// <summary>A channel with a fault point before and after each delivery.</summary>
internal sealed class FaultyNotifier(INotifier inner, FaultPoints points) : INotifier
{
    public ChannelKind Kind => inner.Kind;

    public IReadOnlyList<string> Problems(ChannelSettings settings) => inner.Problems(settings);

    public Task<DeliveryAnswer> DeliverAsync(Letter letter, ChannelSettings settings, CancellationToken cancellationToken) =>
        points.AroundAsync("delivery", () => inner.DeliverAsync(letter, settings, cancellationToken));
}
