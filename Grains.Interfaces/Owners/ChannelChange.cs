namespace UptimeSquirrel.Owners;

/// <summary>What came of adding a channel.</summary>
/// <param name="Channel">The channel as it is now; null when it was not added.</param>
/// <param name="Problems">Why it was not added, a sentence each; empty when it was.</param>
[GenerateSerializer, Immutable, Alias("uptime.channel-change")]
public sealed record ChannelChange([property: Id(0)] ContactChannel? Channel, [property: Id(1)] IReadOnlyList<string> Problems);
