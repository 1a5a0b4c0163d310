using System.Net;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Silo.HotFolder;
using UptimeSquirrel.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Rules that take more than one value to judge.</summary>
internal static class SettingRules
{
    private const int LongestUserAgentUrl = 200;
    private const int LongestWarning = 365;
    private static readonly TimeSpan _shortestRecheck = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestRecheck = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _shortestSlowAfter = TimeSpan.FromMilliseconds(10);

    public static IEnumerable<string> Problems(ChecksOptions checks)
    {
        if (checks.DefaultInterval < checks.MinimumInterval)
            yield return $"Checks:DefaultInterval is {checks.DefaultInterval} but must not be shorter than Checks:MinimumInterval ({checks.MinimumInterval}).";
        foreach (var (delay, index) in checks.RecheckDelays.Select((delay, index) => (delay, index)))
            if (delay < _shortestRecheck || delay > _longestRecheck)
                yield return $"Checks:RecheckDelays:{index} is {delay}; expected {_shortestRecheck} to {_longestRecheck}.";
        if (!AcceptedStatuses.TryParse(checks.DefaultAccept, out _, out var unacceptable))
            yield return $"Checks:DefaultAccept: {unacceptable}";
        foreach (var problem in NetworkProblems("Checks:AllowedPrivateNetworks", checks.AllowedPrivateNetworks))
            yield return problem;
        foreach (var (address, index) in checks.References.Select((address, index) => (address, index)))
            if (!WebsiteUrl.TryParse(address, out var url, out var problem))
                yield return $"Checks:References:{index} cannot be looked at: {problem}";
            else if (url.Kind != WebsiteKind.Website)
                yield return $"Checks:References:{index} is '{SettingValue.Show(address)}'; expected an http or https address.";
        if (checks.FlappingOutages == 1)
            yield return "Checks:FlappingOutages is 1; expected 2 to 20, or 0 so that no website is ever called flapping.";
        foreach (var problem in PolitenessProblems(checks).Concat(WarningProblems(checks)))
            yield return problem;
    }

    private static IEnumerable<string> WarningProblems(ChecksOptions checks)
    {
        foreach (var days in checks.CertificateWarnings.Where(days => days is < 1 or > LongestWarning))
            yield return $"Checks:CertificateWarnings holds {days}; expected days from 1 to {LongestWarning}.";
        if (checks.DefaultSlowAfter != TimeSpan.Zero && (checks.DefaultSlowAfter < _shortestSlowAfter || checks.DefaultSlowAfter >= checks.Timeout))
            yield return $"Checks:DefaultSlowAfter is {checks.DefaultSlowAfter}; expected {_shortestSlowAfter} to less than Checks:Timeout ({checks.Timeout}), when a check is given up, or 0 for never.";
        if (checks.Rdap.Length == 0)
            yield break;
        if (!WebsiteUrl.TryParse(checks.Rdap, out var registry, out var problem))
            yield return $"Checks:Rdap cannot be asked: {problem}";
        else if (registry.Kind != WebsiteKind.Website)
            yield return $"Checks:Rdap cannot be asked: '{SettingValue.Show(checks.Rdap)}' is no http or https address.";
    }

    public static IEnumerable<string> Problems(ChannelOptions channels) => NetworkProblems("Channels:AllowedPrivateNetworks", channels.AllowedPrivateNetworks);

    private static IEnumerable<string> PolitenessProblems(ChecksOptions checks)
    {
        foreach (var port in checks.AllowedPorts.Where(port => port is < 1 or > 65535))
            yield return $"Checks:AllowedPorts holds {port}; expected ports from 1 to 65535.";
        foreach (var port in checks.AllowedServicePorts.Where(port => port is < 1 or > 65535))
            yield return $"Checks:AllowedServicePorts holds {port}; expected ports from 1 to 65535.";
        if (!IsPage(checks.UserAgentUrl))
            yield return $"Checks:UserAgentUrl is '{SettingValue.Show(checks.UserAgentUrl)}'; expected an http or https address of at most {LongestUserAgentUrl} characters that says who you are.";
    }

    // It becomes part of a header, in parentheses.
    private static bool IsPage(string url) =>
        url.Length <= LongestUserAgentUrl && url.All(c => c is > ' ' and < '\u007f' and not ('(' or ')')) &&
        SettingValue.IsHttp(url, out _);

    public static IEnumerable<string> Problems(ClusterSettings cluster)
    {
        if (cluster.AdvertisedAddress is { } address && (!IPAddress.TryParse(address, out var ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
            yield return $"Cluster:AdvertisedAddress is '{SettingValue.Show(address)}'; expected an IP address under which other silos reach this one, such as 10.0.0.5.";
        if (cluster.SiloPort == cluster.GatewayPort)
            yield return $"Cluster:SiloPort and Cluster:GatewayPort are both {cluster.SiloPort}; they must differ.";
    }

    public static IEnumerable<string> Problems(ClusterSettings cluster, IEnumerable<Uri> urls)
    {
        foreach (var port in urls.Select(url => url.Port).Distinct())
        {
            if (port == cluster.SiloPort)
                yield return $"Urls and Cluster:SiloPort both use port {port}; they must differ.";
            if (port == cluster.GatewayPort)
                yield return $"Urls and Cluster:GatewayPort both use port {port}; they must differ.";
        }
    }

    public static IEnumerable<string> Problems(SitesOptions sites)
    {
        if (sites.Folder.Length > 0 && !Directory.Exists(sites.Folder))
            yield return $"Sites:Folder is '{SettingValue.Show(sites.Folder)}', which does not exist; expected a folder with files ending in .yaml or .yml.";
        if (sites is { Folder.Length: 0, Prune: true })
            yield return "Sites:Prune is set, but Sites:Folder is not; expected the folder whose files say what stays.";
    }

    public static IEnumerable<string> Problems(WebOptions web) => NetworkProblems("Web:TrustedProxies", web.TrustedProxies);

    private static IEnumerable<string> NetworkProblems(string key, IReadOnlyList<string> networks) =>
        networks.Select((network, index) => (network, index)).Where(one => !IPNetwork.TryParse(one.network, out _))
            .Select(one => $"{key}:{one.index} is '{SettingValue.Show(one.network)}'; expected a network in CIDR notation such as 192.168.1.0/24.");
}
