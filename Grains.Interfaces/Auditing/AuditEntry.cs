namespace UptimeSquirrel.Auditing;

/// <summary>One thing somebody did.</summary>
/// <param name="Id">Grows from one to the next; 0 until it is stored.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The user, or <c>key:</c> and the name of a key.</param>
/// <param name="What">What was done, as <c>noun.verb</c>: <c>website.change</c>, <c>user.sign-in</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">What is worth knowing beyond that; never a secret. Null = nothing.</param>
/// <param name="From">The address it came from; null when that is not known.</param>
[GenerateSerializer, Immutable, Alias("uptime.audit-entry")]
public sealed record AuditEntry(
    [property: Id(0)] long Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Who,
    [property: Id(3)] string What,
    [property: Id(4)] string Subject,
    [property: Id(5)] string? Detail,
    [property: Id(6)] string? From);
