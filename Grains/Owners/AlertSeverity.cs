namespace UptimeSquirrel.Grains.Owners;

/// <summary>How much an alert matters at three in the morning.</summary>
public enum AlertSeverity
{
    /// <summary>Something is over: good to know.</summary>
    Info,

    /// <summary>Something wants attention within days.</summary>
    Warning,

    /// <summary>Something does not work now.</summary>
    Critical,
}
