using System.Net.NetworkInformation;
using DnsClient;

namespace UptimeSquirrel.Probing;

/// <summary>How this machine is connected, as far as looking up names goes.</summary>
/// <param name="NameServers">The name servers to ask, in the order to ask them; none if the machine names none.</param>
/// <param name="HasGlobalIPv6">Whether the world can be reached over IPv6.</param>
internal sealed record NetworkSetup(IReadOnlyList<NameServer> NameServers, bool HasGlobalIPv6)
{
    public static NetworkSetup OfThisMachine(NetworkSetup? before)
    {
        try
        {
            // Never public servers as a fallback: what names somebody watches is no business of theirs.
            return new NetworkSetup([.. NameServer.ResolveNameServers(fallbackToGooglePublicDns: false)], FindGlobalIPv6());
        }
        catch (Exception e) when (e is InvalidOperationException or NetworkInformationException or IOException or PlatformNotSupportedException)
        {
            return before ?? new NetworkSetup([], HasGlobalIPv6: false);
        }
    }

    private static bool FindGlobalIPv6() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Any(unicast => AddressOrder.IsGlobalIPv6(unicast.Address));
}
