using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Checks;

/// <summary>One look to be made, and what is expected of it: all that somebody else needs to look in the same way.</summary>
/// <param name="Url">What to look at.</param>
/// <param name="Timeout">The longest it may take in all; null = as configured.</param>
/// <param name="Method">How to ask first. Where HEAD fails and nobody chose it, the website is asked once more with GET.</param>
[GenerateSerializer, Immutable, Alias("uptime.check-request")]
public readonly record struct CheckRequest(
    [property: Id(0)] WebsiteUrl Url, [property: Id(1)] TimeSpan? Timeout, [property: Id(2)] CheckMethod Method)
{
    /// <summary>The final statuses that count as up; 200-399 unless said otherwise.</summary>
    [Id(3)]
    public AcceptedStatuses Accept { get; init; } = AcceptedStatuses.Default;

    /// <summary>What else was said about how to ask and what to expect; null = nothing, which is the usual case.</summary>
    [Id(4)]
    public LookSettings? Settings { get; init; }

    /// <summary>Whether to read the certificate.</summary>
    [Id(5)]
    public bool WantsCertificate { get; init; }

    /// <summary>Whether to write down every request, certificates included.</summary>
    [Id(6)]
    public bool WantsTrace { get; init; }

    /// <summary>Which kind of IP address to go through; any unless said otherwise.</summary>
    public IpFamily Family => Settings?.Family ?? IpFamily.Any;
}
