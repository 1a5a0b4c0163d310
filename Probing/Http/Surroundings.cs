using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What the probe takes from the machine it runs on, so that tests can set up names and authorities of their own.</summary>
internal sealed record Surroundings
{
    /// <summary>How to look up a name; null = as this machine does.</summary>
    public Func<string, IpFamily, CancellationToken, Task<NameAnswer>>? LookUpAsync { get; init; }

    /// <summary>The authorities to trust; null = those of the machine.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
