using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Web;

/// <summary>How the pages and the API are reached. Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>How often somebody at one address may try to sign in within a minute.</summary>
    /// <remarks>1 to 100,000; default 20.</remarks>
    [Range(1, 100_000)]
    public int AttemptsPerMinute { get; set; } = 20;

    /// <summary>The networks of the proxies before the silos, in CIDR notation: only what comes from them may say for whom it asks.</summary>
    /// <remarks>Default: none, and <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are not read.</remarks>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}
