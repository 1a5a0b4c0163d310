using UptimeSquirrel.Grains.Flapping;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>What a website's grain remembers so that it tells neither too much nor too little. Saved together with the alerts it is about.</summary>
[GenerateSerializer, Immutable, Alias("uptime.quiet-memory")]
internal sealed record QuietMemory
{
    /// <summary>The outage that was not told; null when there is none.</summary>
    [Id(0)]
    public HeldAlert? Held { get; init; }

    /// <summary>The outages of late; null when there were none to speak of.</summary>
    [Id(1)]
    public Flaps? Flaps { get; init; }
}
