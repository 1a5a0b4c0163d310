using System.Diagnostics.Metrics;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>How often this silo has tried to tell somebody something, as a metric.</summary>
internal sealed class DeliveryFigures
{
    private readonly Counter<long> _deliveries;

    public DeliveryFigures(IMeterFactory meters) =>
        _deliveries = meters.Create("UptimeSquirrel").CreateCounter<long>("uptime.deliveries", "{delivery}", "Attempts to deliver a message, by kind of channel and outcome.");

    public void Count(string kind, DeliveryAnswer answer) =>
        _deliveries.Add(1, new KeyValuePair<string, object?>("channel", kind), new KeyValuePair<string, object?>("outcome", answer switch
        {
            DeliveryAnswer.Delivered => "delivered",
            DeliveryAnswer.TryAgain => "try-again",
            _ => "gave-up",
        }));
}
