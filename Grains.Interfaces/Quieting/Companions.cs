namespace UptimeSquirrel.Quieting;

/// <summary>The websites that went down with the one they depend on, and about which nobody was told by itself.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">The first of them by name, at most 20, sorted.</param>
[GenerateSerializer, Immutable, Alias("uptime.companions")]
public sealed record Companions([property: Id(0)] int Count, [property: Id(1)] IReadOnlyList<string> Names);
