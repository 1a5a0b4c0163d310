namespace UptimeSquirrel.Maintenance;

/// <summary>One time of maintenance.</summary>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="To">The first moment after it, UTC.</param>
[GenerateSerializer, Immutable, Alias("uptime.maintenance-span")]
public readonly record struct MaintenanceSpan([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);
