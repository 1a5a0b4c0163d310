using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Probing;

/// <summary>Which of the addresses of a name a visitor's machine would try first.</summary>
internal static class AddressOrder
{
    public static IReadOnlyList<IPAddress> Prefer(IReadOnlyList<IPAddress> addresses, bool hasGlobalIPv6)
    {
        var preferred = hasGlobalIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        return [.. addresses.OrderBy(address => address.AddressFamily != preferred)];
    }

    /// <summary>Whether the whole world can be reached from this address. Private ones (fd00::/8) cannot, and tunnels are nobody's first choice.</summary>
    public static bool IsGlobalIPv6(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv6Teredo)
            return false;
        var bytes = address.GetAddressBytes();
        var isSixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return (bytes[0] & 0xE0) == 0x20 && !isSixToFour;
    }
}
