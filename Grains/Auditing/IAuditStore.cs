using UptimeSquirrel.Auditing;

namespace UptimeSquirrel.Grains.Auditing;

/// <summary>Keeps the audit log for a year.</summary>
public interface IAuditStore
{
    /// <summary>Adds entries.</summary>
    Task AddAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Reads a page of them, the newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}
