namespace UptimeSquirrel.Grains.Owners;

/// <summary>One detail of an alert.</summary>
/// <param name="Label">What it is about: <c>Down since</c>.</param>
/// <param name="Value">The detail.</param>
/// <param name="IsAddress">Whether the value is the website's address, which a reader may want to follow.</param>
public sealed record AlertFact(string Label, string Value, bool IsAddress = false);
