using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>Makes connections for channels by the rules for addresses that hold for websites, and encrypted unless the network is our own.</summary>
internal sealed class ChannelConnector(IReadOnlyList<IPNetwork> allowedPrivateNetworks)
{
    private readonly ProbeOptions _listed = new() { AllowedPrivateNetworks = allowedPrivateNetworks };

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var isEncrypted = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;

        // Decided on the very addresses we then connect to: a name that changes its address in between gains nothing.
        var allowed = found.Where(address => MayConnect(address, isEncrypted)).ToArray();
        if (allowed.Length == 0)
            throw new AddressRefusedException(Refusal(host, found, isEncrypted));

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayConnect(IPAddress address, bool isEncrypted) =>
        AddressRules.MayConnect(address, _listed) && (isEncrypted || AddressRules.IsPrivate(address));

    private string Refusal(string host, IPAddress[] found, bool isEncrypted) =>
        !isEncrypted && found.Any(address => AddressRules.MayConnect(address, _listed))
            ? $"http://{host} is not encrypted: expected https. Only within Channels:AllowedPrivateNetworks messages go over http."
            : $"{host} is at a private address ({found.FirstOrDefault()}), and this installation sends nothing there. To allow it, list its network under Channels:AllowedPrivateNetworks.";
}
