namespace UptimeSquirrel.Grains.Heartbeats;

/// <summary>What a website's grain remembers of a job.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable, Alias("uptime.heartbeat-state")]
internal sealed record HeartbeatState
{
    /// <summary>What the job shows when it calls.</summary>
    public required string Secret { get; init; }

    /// <summary>Since when we have been there to be called: silence before that is ours.</summary>
    public required DateTimeOffset ListeningSince { get; init; }

    /// <summary>When it last called to say that it had done its work.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>When it last called to say that it had failed; null when it has called since to say otherwise.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
