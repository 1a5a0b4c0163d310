namespace UptimeSquirrel.Checks;

/// <summary>How a website is asked.</summary>
[GenerateSerializer, Alias("uptime.check-method")]
public enum CheckMethod
{
    /// <summary>HEAD: the cheap way, and the first choice.</summary>
    Head = 0,

    /// <summary>GET: for servers that refuse HEAD. The page itself is only read where something is expected of it.</summary>
    Get = 1,

    /// <summary>POST, with a body if there is one.</summary>
    Post = 2,

    /// <summary>PUT, with a body if there is one.</summary>
    Put = 3,

    /// <summary>PATCH, with a body if there is one.</summary>
    Patch = 4,

    /// <summary>DELETE, with a body if there is one.</summary>
    Delete = 5,

    /// <summary>OPTIONS: asks what the server would allow.</summary>
    Options = 6,
}
