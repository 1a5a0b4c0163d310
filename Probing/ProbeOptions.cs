using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>How this process looks at websites.</summary>
public sealed record ProbeOptions
{
    /// <summary>Where a website's operator can read who looks at it, unless configured otherwise.</summary>
    public const string DefaultUserAgentUrl = "https://github.com/uptimesquirrel";

    /// <summary>See <see cref="AllowedServicePorts"/>.</summary>
    public static IReadOnlyList<int> DefaultServicePorts { get; } = [21, 22, 25, 53, 110, 143, 389, 465, 587, 636, 853, 873, 990, 993, 995];

    /// <summary>The longest one look may take in all; 1 s to 12 s, default 10 s. More would outlast the call that brings a reminder tick.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that name look-up, connecting and the encryption handshake may take together; at most <see cref="Timeout"/>, default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Networks that may be checked although they are private; default none.</summary>
    public IReadOnlyList<IPNetwork> AllowedPrivateNetworks { get; init; } = [];

    /// <summary>Ports below 1024 that may be checked besides 80 and 443; default none.</summary>
    public IReadOnlyList<int> AllowedPorts { get; init; } = [];

    /// <summary>Ports below 1024 that looks at a port or a certificate (<c>tcp://</c>, <c>tls://</c>) may connect to besides 80, 443 and <see cref="AllowedPorts"/>.</summary>
    /// <remarks>
    /// Default: the services that people run for others, which are FTP, SSH, SMTP, DNS, POP3, IMAP, LDAP and what of these is encrypted, and rsync.
    /// </remarks>
    public IReadOnlyList<int> AllowedServicePorts { get; init; } = DefaultServicePorts;

    /// <summary>Whether any address and port may be checked: right for a person's own machine, wrong for a server that others register addresses with.</summary>
    public bool AllowEveryAddress { get; init; }

    /// <summary>Looks under way at the same time; 1 to 100,000, default 10,000. More wait for their turn.</summary>
    public int MaximumAtOnce { get; init; } = 10_000;

    /// <summary>Looks under way at the same time towards one IP address; at least 1, default 4. More wait for their turn.</summary>
    public int MaximumPerAddress { get; init; } = 4;

    /// <summary>The longest a look waits for its turns before it is given up; default 8 s. With <see cref="Timeout"/> it must end well before a call does.</summary>
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Servers of https websites that are met with less than a full handshake while their certificate is known; 0 to 1,000,000, default 400.</summary>
    /// <remarks>
    /// The platform keeps a session of each, 8 kB where a server shows two certificates. By itself it keeps 500 for the whole process, from <see cref="TlsSessions"/> on as
    /// many as it is told. Where fewer are kept than there are websites, each pushes out another before it is of use.
    /// </remarks>
    public int ResumableWebsites { get; init; } = 400;

    /// <summary>Named to every website as the place that says who looks at it: an http or https address.</summary>
    public string UserAgentUrl { get; init; } = DefaultUserAgentUrl;
}
