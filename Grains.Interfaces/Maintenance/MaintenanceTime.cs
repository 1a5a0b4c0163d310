namespace UptimeSquirrel.Maintenance;

/// <summary>When a maintenance window holds.</summary>
/// <param name="Window">The <see cref="MaintenanceWindow.Id"/> of the window.</param>
/// <param name="Span">From when to when.</param>
[GenerateSerializer, Immutable, Alias("uptime.maintenance-time")]
public sealed record MaintenanceTime([property: Id(0)] string Window, [property: Id(1)] MaintenanceSpan Span)
{
    /// <summary>The most times that one answer holds.</summary>
    public const int MaximumTimes = 500;

    /// <summary>The longest part of time that is looked at, in days.</summary>
    public const int MaximumDays = 62;
}
