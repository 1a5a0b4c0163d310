namespace UptimeSquirrel.Owners;

/// <summary>For what a channel is used.</summary>
/// <param name="After">
/// Only for outages that are still open and that nobody has acknowledged after this time: 1 second to 24 hours. Null = at once, for everything.
/// </param>
/// <param name="Only">Only for what matters at least so much: <c>critical</c> or <c>warning</c>. Null = for everything.</param>
[GenerateSerializer, Immutable, Alias("uptime.channel-use")]
public sealed record ChannelUse([property: Id(0)] TimeSpan? After = null, [property: Id(1)] string? Only = null)
{
    /// <summary>At once, for everything.</summary>
    public static ChannelUse Always { get; } = new();
}
