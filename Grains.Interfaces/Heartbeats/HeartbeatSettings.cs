namespace UptimeSquirrel.Websites;

/// <summary>When a job has to call us.</summary>
/// <param name="Every">How often it runs. From the installation's minimum interval (one minute unless configured) to 31 days.</param>
/// <param name="Grace">How much later than that it may call before it is missed: 0 s to 31 days. Unless they said otherwise a tenth of <paramref name="Every"/>, from a minute to an hour.</param>
[GenerateSerializer, Immutable, Alias("uptime.heartbeat-settings")]
public sealed record HeartbeatSettings([property: Id(0)] TimeSpan Every, [property: Id(1)] TimeSpan Grace);
