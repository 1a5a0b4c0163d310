namespace UptimeSquirrel.Quieting;

/// <summary>A website that goes down and comes back again and again.</summary>
/// <param name="Since">The beginning of the first of these outages, UTC.</param>
/// <param name="Outages">How many there were since.</param>
[GenerateSerializer, Immutable, Alias("uptime.flapping-facts")]
public sealed record FlappingFacts([property: Id(0)] DateTimeOffset Since, [property: Id(1)] int Outages);
