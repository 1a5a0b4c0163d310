using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Maintenance;

/// <summary>Keeps maintenance windows, for as long as the uptime of the last 90 days needs them.</summary>
public interface IMaintenanceStore
{
    /// <summary>Keeps a window; one that is known already stays as it is.</summary>
    Task AddAsync(MaintenanceWindow window, CancellationToken cancellationToken);

    /// <summary>Notes that a window ended before its time; a second time changes nothing.</summary>
    Task RemoveAsync(OwnerId owner, string id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The windows that were added or removed since a moment the store named before; null = all of them.</summary>
    /// <returns>The windows, and the moment to name next time. A window may come twice.</returns>
    Task<(IReadOnlyList<MaintenanceWindow> Windows, DateTimeOffset ReadUpTo)> ReadAsync(DateTimeOffset? since, CancellationToken cancellationToken);
}
