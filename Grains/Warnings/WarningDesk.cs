using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>What all websites of a silo share when it comes to warnings: when to warn, and whom to ask about domains.</summary>
internal sealed class WarningDesk(IOptions<ChecksOptions> options, DomainBook domains)
{
    /// <summary>When to warn.</summary>
    public WarningTerms Terms { get; } = new(
        options.Value.CertificateWarnings, SlownessRules.LooksNeeded(Patience.From(options.Value).FailuresBeforeDown));

    /// <summary>Whether a website's certificate is to be read at all.</summary>
    public bool WantsCertificate(WebsiteUrl url, WebsiteSettings settings) =>
        Terms.DaysBefore.Count > 0 && settings.Warnings?.Certificate != false && url.Text.StartsWith("https:", StringComparison.Ordinal);

    /// <summary>What is known about a website's domain.</summary>
    public DomainAnswer FindDomain(WebsiteUrl url, WebsiteSettings settings) =>
        Terms.DaysBefore.Count > 0 && settings.Warnings?.Domain != false ? domains.Find(url.ToUri().IdnHost) : DomainAnswer.Nothing;
}
