using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using DnsClient;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What the probe takes from the machine it runs on, so that tests can set up names and authorities of their own.</summary>
internal sealed record Surroundings
{
    /// <summary>How to look up a name; null = as this machine does.</summary>
    public Func<string, IpFamily, CancellationToken, Task<NameAnswer>>? LookUpAsync { get; init; }

    /// <summary>The authorities to trust; null = those of the machine.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>The name servers to ask for records; null = those of the machine.</summary>
    public IReadOnlyList<NameServer>? NameServers { get; init; }

    /// <summary>How to open a socket for echoes, connected to this address; null = as this machine does.</summary>
    public Func<IPAddress, Socket>? OpenEcho { get; init; }
}
