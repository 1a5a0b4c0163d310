namespace UptimeSquirrel.Maintenance;

/// <summary>The maintenance windows of one owner. The key is <see cref="Owners.OwnerId.GrainKey"/>.</summary>
/// <remarks>A window that was added or removed is in force on every silo within 5 seconds.</remarks>
[Alias("uptime.maintenance")]
public interface IMaintenanceGrain : IGrainWithStringKey
{
    /// <summary>Adds a window; one whose id is known already changes nothing.</summary>
    [Alias("Add")]
    Task<MaintenanceAnswer> AddAsync(MaintenanceWindow window);

    /// <summary>Ends a window now and for good. The times in which it held stay out of the uptime.</summary>
    /// <param name="id">Which one.</param>
    /// <returns>Whether there was one that was not over.</returns>
    [Alias("Remove")]
    Task<bool> RemoveAsync(string id);

    /// <summary>The windows that are not over, in the order in which they come next.</summary>
    [Alias("List")]
    Task<IReadOnlyList<PlannedMaintenance>> ListAsync();

    /// <summary>Every time in which one of the windows holds, oldest first: at most <see cref="MaintenanceTime.MaximumTimes"/>.</summary>
    /// <param name="from">The first moment that is looked at, UTC.</param>
    /// <param name="to">The first moment after those, UTC; at most <see cref="MaintenanceTime.MaximumDays"/> later, others are brought to that.</param>
    [Alias("ListTimes")]
    Task<IReadOnlyList<MaintenanceTime>> ListTimesAsync(DateTimeOffset from, DateTimeOffset to);
}
