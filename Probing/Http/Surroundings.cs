using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Probing;

/// <summary>What the probe takes from the machine it runs on, so that tests can set up names and authorities of their own.</summary>
internal sealed record Surroundings
{
    public Func<string, CancellationToken, Task<IPAddress[]>> LookUpAsync { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The authorities to trust; null = those of the machine.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
