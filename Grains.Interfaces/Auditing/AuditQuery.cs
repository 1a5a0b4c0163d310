namespace UptimeSquirrel.Auditing;

/// <summary>Which entries of the audit log are wanted, the newest first.</summary>
/// <param name="Before">Only those before this <see cref="AuditEntry.Id"/>; null = from the newest.</param>
/// <param name="Who">Only what this one did; null = everybody.</param>
/// <param name="Subject">Only what was done to this; null = to anything.</param>
/// <param name="Limit">How many; 1 to 500.</param>
[GenerateSerializer, Immutable, Alias("uptime.audit-query")]
public sealed record AuditQuery(
    [property: Id(0)] long? Before = null, [property: Id(1)] string? Who = null, [property: Id(2)] string? Subject = null, [property: Id(3)] int Limit = 100);
