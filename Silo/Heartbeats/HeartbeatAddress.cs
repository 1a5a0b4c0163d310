using System.Net;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Silo.Cluster;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Heartbeats;

/// <summary>Under which address jobs reach this silo.</summary>
internal static class HeartbeatAddress
{
    public static IEnumerable<string> Problems(HeartbeatOptions heartbeats)
    {
        var isAddress = SettingValue.IsHttp(heartbeats.PublicUrl, out var url) && url.Query.Length == 0 && url.Fragment.Length == 0;
        if (heartbeats.PublicUrl.Length > 0 && !isAddress)
            yield return $"Heartbeats:PublicUrl is '{SettingValue.Show(heartbeats.PublicUrl)}'; expected the http or https address under which jobs reach the silos, such as https://uptime.example.com.";
    }

    /// <summary>What was configured, or else the first address this silo listens at.</summary>
    public static HeartbeatOptions Of(SiloSettings settings)
    {
        if (settings.Heartbeats.PublicUrl.Length > 0)
            return settings.Heartbeats;
        var url = settings.Urls[0];
        var isEverywhere = IPAddress.TryParse(url.IdnHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        var reachable = isEverywhere ? new UriBuilder(url) { Host = ClusterWiring.AdvertisedAddress(settings).ToString() }.Uri : url;
        return new HeartbeatOptions { PublicUrl = reachable.GetLeftPart(UriPartial.Authority) };
    }
}
