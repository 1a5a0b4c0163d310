using UptimeSquirrel.History;

namespace UptimeSquirrel.Owners;

/// <summary>What came of a test message.</summary>
/// <param name="Channel">Over which channel.</param>
/// <param name="Outcome">Whether it was delivered.</param>
/// <param name="Answer">The other side's words, or why it failed.</param>
[GenerateSerializer, Immutable, Alias("uptime.channel-test")]
public sealed record ChannelTest([property: Id(0)] ContactChannel Channel, [property: Id(1)] DeliveryOutcome Outcome, [property: Id(2)] string Answer);
