namespace UptimeSquirrel.Grains.Owners;

/// <summary>How much an alert matters. The numbers are stored: never reuse one.</summary>
public enum Severity
{
    /// <summary>Good to know: it is over, or it is a test.</summary>
    Info = 0,

    /// <summary>Somebody should look at it, in working hours.</summary>
    Warning = 1,

    /// <summary>Somebody should look at it now.</summary>
    Critical = 2,
}
