namespace UptimeSquirrel.Maintenance;

/// <summary>A maintenance window, and when it holds.</summary>
/// <param name="Window">The window.</param>
/// <param name="Now">The time of maintenance that is now; null when none is.</param>
/// <param name="Next">The next one; null when there will be none.</param>
[GenerateSerializer, Immutable, Alias("uptime.planned-maintenance")]
public sealed record PlannedMaintenance(
    [property: Id(0)] MaintenanceWindow Window, [property: Id(1)] MaintenanceSpan? Now, [property: Id(2)] MaintenanceSpan? Next);
