namespace UptimeSquirrel.Auditing;

/// <summary>Who did what: written once, never changed, kept for a year. The key is 0.</summary>
[Alias("uptime.audit-grain")]
public interface IAuditGrain : IGrainWithIntegerKey
{
    /// <summary>Adds entries; when this returns they are stored.</summary>
    [Alias("Note")]
    Task NoteAsync(IReadOnlyList<AuditEntry> entries);

    /// <summary>Reads a page of them, the newest first.</summary>
    [Alias("Read")]
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query);
}
