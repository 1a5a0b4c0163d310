namespace UptimeSquirrel.Websites;

/// <summary>What a website is now.</summary>
[GenerateSerializer, Alias("uptime.standing")]
public enum Standing
{
    /// <summary>Registered, not looked at yet.</summary>
    Pending = 0,

    /// <summary>Answers as it should.</summary>
    Up = 1,

    /// <summary>Just failed a check; being looked at again before anyone is told.</summary>
    Suspect = 2,

    /// <summary>Failed every look of a round; its owner has been told.</summary>
    Down = 3,

    /// <summary>Not being checked, at its owner's wish.</summary>
    Paused = 4,
}
