namespace UptimeSquirrel.Websites;

/// <summary>What a job calls to say.</summary>
[GenerateSerializer, Alias("uptime.heartbeat-call")]
public enum HeartbeatCall
{
    /// <summary>It has done its work.</summary>
    Done = 0,

    /// <summary>It has failed, and knows it.</summary>
    Failed = 1,
}
