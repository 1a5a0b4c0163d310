namespace UptimeSquirrel.Checks;

/// <summary>One address of a website that a connection was tried to.</summary>
/// <param name="Address">Address and port, for example <c>192.0.2.5:443</c>.</param>
/// <param name="Took">How long until it had accepted, had failed or was given up.</param>
/// <param name="Problem">Why there was no connection, for example <c>ECONNREFUSED</c>; null when there was one.</param>
[GenerateSerializer, Immutable, Alias("uptime.address-attempt")]
public sealed record AddressAttempt([property: Id(0)] string Address, [property: Id(1)] TimeSpan Took, [property: Id(2)] string? Problem);
