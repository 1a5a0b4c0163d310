namespace UptimeSquirrel.Maintenance;

/// <summary>What became of a window that was to be added: one of both is set.</summary>
/// <param name="Planned">The window as it is kept, and when it holds.</param>
/// <param name="Problem">One sentence: what was wrong with it, and what was expected. Then nothing was added.</param>
[GenerateSerializer, Immutable, Alias("uptime.maintenance-answer")]
public sealed record MaintenanceAnswer([property: Id(0)] PlannedMaintenance? Planned, [property: Id(1)] string? Problem);
