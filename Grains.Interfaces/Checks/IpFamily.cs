namespace UptimeSquirrel.Checks;

/// <summary>Which kind of IP address a website is looked at through.</summary>
[GenerateSerializer, Alias("uptime.ip-family")]
public enum IpFamily
{
    /// <summary>Whichever answers first, as for a visitor.</summary>
    Any = 0,

    /// <summary>IPv4 only.</summary>
    IPv4 = 4,

    /// <summary>IPv6 only.</summary>
    IPv6 = 6,
}
