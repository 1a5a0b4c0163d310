namespace UptimeSquirrel.Owners;

/// <summary>How slow a website was.</summary>
/// <param name="Limit">What its owner still finds good.</param>
/// <param name="Took">How long the look took that decided.</param>
/// <param name="Looks">How many looks in a row were like that one.</param>
[GenerateSerializer, Immutable, Alias("uptime.slowness-facts")]
public sealed record SlownessFacts([property: Id(0)] TimeSpan Limit, [property: Id(1)] TimeSpan Took, [property: Id(2)] int Looks);
