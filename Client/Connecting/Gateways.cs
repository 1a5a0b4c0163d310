using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>Finds out quickly whether anything listens where the gateways should be; Orleans itself would keep trying for a minute.</summary>
internal static class Gateways
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Every address of every gateway, when at least one of them takes a connection.</summary>
    /// <exception cref="ClusterUnreachableException">None does.</exception>
    public static async Task<IPEndPoint[]> FindAsync(ClusterAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var known = (await Task.WhenAll(address.Gateways.Select(gateway => ResolveAsync(gateway, either.Token)))).SelectMany(list => list).ToArray();
        var attempts = known.Select(gateway => TryConnectAsync(gateway, either.Token)).ToList();
        while (attempts.Count > 0)
        {
            var finished = await Task.WhenAny(attempts);
            if (await finished)
                return known;
            attempts.Remove(finished);
        }
        cancellationToken.ThrowIfCancellationRequested();
        throw Unreachable.Nobody(address);
    }

    private static async Task<IEnumerable<IPEndPoint>> ResolveAsync(DnsEndPoint gateway, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = IPAddress.TryParse(gateway.Host, out var address) ? [address] : await Dns.GetHostAddressesAsync(gateway.Host, cancellationToken);
            return addresses.Select(found => new IPEndPoint(found, gateway.Port));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ArgumentException)
        {
            return [];
        }
    }

    private static async Task<bool> TryConnectAsync(IPEndPoint gateway, CancellationToken cancellationToken)
    {
        try
        {
            using var socket = new Socket(gateway.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(gateway, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
