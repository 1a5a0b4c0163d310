namespace UptimeSquirrel.Checks;

/// <summary>How a website is asked.</summary>
[GenerateSerializer, Alias("uptime.check-method")]
public enum CheckMethod
{
    /// <summary>HEAD: the cheap way, and the first choice.</summary>
    Head = 0,

    /// <summary>GET, without reading the body: for servers that refuse HEAD.</summary>
    Get = 1,
}
