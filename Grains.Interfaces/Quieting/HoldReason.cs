namespace UptimeSquirrel.Quieting;

/// <summary>Why an alert is held back. The numbers are stored: never reuse one.</summary>
[GenerateSerializer, Alias("uptime.hold-reason")]
public enum HoldReason
{
    /// <summary>The website went down during its maintenance.</summary>
    Maintenance = 0,

    /// <summary>The website it depends on is down too, or is being looked at to find that out.</summary>
    Parent = 1,
}
