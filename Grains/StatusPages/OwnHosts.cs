using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>The hosts by which the installation itself is called. At its domain a page stands in the place of everything else, so none of these can be one.</summary>
internal sealed class OwnHosts(IOptions<AlertOptions> alerts, IOptions<HeartbeatOptions> heartbeats)
{
    public bool Have(string? domain) => domain is not null && (Is(alerts.Value.PublicUrl, domain) || Is(heartbeats.Value.PublicUrl, domain));

    /// <summary>Why a page cannot have this domain; null when it can.</summary>
    public SettingProblem? FindProblem(string? domain) =>
        domain is null ? null
        : alerts.Value.PublicUrl.Length == 0
            ? new SettingProblem("domain", "No page can have a domain as long as it is not known by which host the installation itself is called: expected the setting Alerts:PublicUrl.")
        : Have(domain)
            ? new SettingProblem("domain", $"By {domain} people and programs reach the installation itself, which the page would take the place of: expected a domain that is for the page alone.")
        : null;

    private static bool Is(string url, string domain) => Uri.TryCreate(url, UriKind.Absolute, out var address) && string.Equals(address.IdnHost, domain, StringComparison.OrdinalIgnoreCase);
}
