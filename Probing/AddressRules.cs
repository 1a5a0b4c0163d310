using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Probing;

/// <summary>Which addresses may be connected to. A monitor that strangers feed addresses must not become their way into our own network.</summary>
public static class AddressRules
{
    private static readonly IPNetwork[] PrivateNetworks4 =
    [
        .. new[]
        {
            "0.0.0.0/8",         // "this network", and 0.0.0.0 reaches the machine itself
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "100.64.0.0/10",     // carrier-grade NAT; some clouds keep their metadata here
            "127.0.0.0/8",
            "168.63.129.16/32",  // Azure's host agent: a public number, answered from inside
            "169.254.0.0/16",    // link-local, and the metadata service of most clouds
            "192.0.0.0/24", "192.88.99.0/24",
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",       // reserved, and broadcast
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork[] PrivateNetworks6 =
    [
        IPNetwork.Parse("2001::/23"),      // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether this address belongs to somebody's own network, or to no network at all, rather than to the public internet.</summary>
    public static bool IsPrivate(IPAddress address) => IsPrivate(Unwrapped(address), depth: 0);

    /// <summary>Whether a check may connect to this address.</summary>
    public static bool MayConnect(IPAddress address, ProbeOptions options) =>
        options.AllowEveryAddress || !IsPrivate(address) || IsListed(address, options.AllowedPrivateNetworks);

    /// <summary>Whether a check may connect to this port. The low ones but the web's own belong to services that could take a request for an order.</summary>
    public static bool MayConnect(int port, ProbeOptions options) =>
        options.AllowEveryAddress || port is 80 or 443 or >= 1024 || options.AllowedPorts.Contains(port);

    /// <summary>Whether a look at a port or a certificate may connect to this one. It sends no request, so the services people run for others are open to it.</summary>
    public static bool MayConnectToService(int port, ProbeOptions options) => MayConnect(port, options) || options.AllowedServicePorts.Contains(port);

    /// <summary>Why a check may not connect to this address, and what to do about it.</summary>
    public static string Refusal(IPAddress address)
    {
        var plain = Unwrapped(address);
        return $"{plain} is a private address, and this installation does not check those. " +
               $"To watch your own network, list it under Checks:AllowedPrivateNetworks (for example {Example(plain)}).";
    }

    private static bool IsPrivate(IPAddress address, int depth)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return IsIn(address, PrivateNetworks4);
        if (depth == 0 && Embedded(address) is { } inside)
            return IsPrivate(inside, depth: 1);

        // Everything that is not global unicast is local, multicast or unassigned, so no list has to keep up with it.
        return !GlobalUnicast.Contains(address) || IsIn(address, PrivateNetworks6);
    }

    private static bool IsListed(IPAddress address, IReadOnlyList<IPNetwork> allowed)
    {
        var plain = Unwrapped(address);
        return IsIn(plain, allowed) || (Embedded(plain) is { } inside && IsIn(inside, allowed));
    }

    private static bool IsIn(IPAddress address, IReadOnlyList<IPNetwork> networks)
    {
        for (var i = 0; i < networks.Count; i++)
            if (networks[i].Contains(address))
                return true;
        return false;
    }

    /// <summary>The IPv4 address that an IPv6 address is only another spelling of; else the address itself.</summary>
    internal static IPAddress Unwrapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>The IPv4 address that a gateway would connect to for this IPv6 address.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        var start = Nat64.Contains(address) ? 12 : SixToFour.Contains(address) ? 2 : -1;
        if (start < 0)
            return null;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return new IPAddress(bytes.Slice(start, 4));
    }

    private static string Example(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return $"{address}/128";
        var network = PrivateNetworks4.FirstOrDefault(candidate => candidate.Contains(address), new IPNetwork(address, 32));
        return network.ToString();
    }
}
