namespace UptimeSquirrel.Websites;

/// <summary>What an address stands for, and so how it is checked. The scheme of the address says it.</summary>
[GenerateSerializer, Alias("uptime.website-kind")]
public enum WebsiteKind
{
    /// <summary><c>http://</c> or <c>https://</c>: a website, which is asked with HEAD or GET.</summary>
    Website = 0,

    /// <summary><c>tcp://host:port</c>: a port that takes connections.</summary>
    Tcp = 1,

    /// <summary><c>tls://host:port</c>: a service whose certificate is in order.</summary>
    Tls = 2,

    /// <summary><c>dns://name</c>: a record that name servers know.</summary>
    Dns = 3,

    /// <summary><c>ping://host</c>: a machine that answers an ICMP echo.</summary>
    Ping = 4,

    /// <summary><c>heartbeat://name</c>: a job that calls us, and is missed when it does not.</summary>
    Heartbeat = 5,
}
