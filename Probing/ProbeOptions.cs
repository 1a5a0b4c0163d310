using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>How this process looks at websites.</summary>
public sealed record ProbeOptions
{
    /// <summary>The longest one look may take in all; 1 s to 12 s, default 10 s. More would outlast the call that brings a reminder tick.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that name look-up, connecting and the encryption handshake may take together; at most <see cref="Timeout"/>, default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Networks that may be checked although they are private; default none.</summary>
    public IReadOnlyList<IPNetwork> AllowedPrivateNetworks { get; init; } = [];

    /// <summary>Whether any address may be checked: right for a person's own machine, wrong for a server that others register addresses with.</summary>
    public bool AllowEveryAddress { get; init; }

    /// <summary>Looks under way at the same time; 1 to 100,000, default 10,000. More wait for their turn.</summary>
    public int MaximumAtOnce { get; init; } = 10_000;
}
