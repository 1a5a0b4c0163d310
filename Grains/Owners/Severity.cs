namespace UptimeSquirrel.Grains.Owners;

/// <summary>How much an alert matters.</summary>
public enum Severity
{
    /// <summary>Good to know: it is over, or it is a test.</summary>
    Info,

    /// <summary>Somebody should look at it, in working hours.</summary>
    Warning,

    /// <summary>Somebody should look at it now.</summary>
    Critical,
}
