using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>One look to be made.</summary>
/// <param name="Url">What to look at.</param>
/// <param name="Timeout">The longest it may take in all; null = as configured.</param>
/// <param name="Method">How to ask first; where HEAD fails, the website is asked once more with GET.</param>
public readonly record struct CheckRequest(WebsiteUrl Url, TimeSpan? Timeout, CheckMethod Method)
{
    /// <summary>Which kind of IP address to go through; default any.</summary>
    public IpFamily Family { get; init; }

    /// <summary>Whether to read the certificate.</summary>
    public bool WantsCertificate { get; init; }

    /// <summary>Whether to write down every request, certificates included.</summary>
    public bool WantsTrace { get; init; }
}
