namespace UptimeSquirrel.Websites;

/// <summary>What is known of a job's calls.</summary>
/// <param name="HeardAt">When it called last, UTC; null when it never did.</param>
/// <param name="DueAt">By when it has to call, or had to, UTC.</param>
[GenerateSerializer, Immutable, Alias("uptime.heartbeat-summary")]
public sealed record HeartbeatSummary([property: Id(0)] DateTimeOffset? HeardAt, [property: Id(1)] DateTimeOffset DueAt);
