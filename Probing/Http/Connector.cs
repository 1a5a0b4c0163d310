using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Makes the connection for one request: look up the name, keep to the address rules, connect, and shake hands.</summary>
internal sealed class Connector(ProbeOptions options, TimeProvider time, Surroundings surroundings)
{
    private const int MaximumAddresses = 6;
    private readonly Func<string, CancellationToken, Task<NameAnswer>> _lookUpAsync = surroundings.LookUpAsync ?? NameLookup.OfThisMachine(time).LookUpAsync;
    private readonly TlsHandshake _handshake = new(time, surroundings.TrustedRoots);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>. Its token is not used: the look's own ends with the look.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken _)
    {
        var request = (HopRequest)context.InitialRequestMessage;
        var look = request.Look;
        var endPoint = context.DnsEndPoint;

        var addresses = await FindAddressesAsync(endPoint.Host, look);
        look.Enter(Phase.Connecting);
        var stream = new NetworkStream(await ReachAsync(addresses, endPoint.Port, look), ownsSocket: true);
        if (request.RequestUri!.Scheme != Uri.UriSchemeHttps)
        {
            look.Enter(Phase.Answering);
            return stream;
        }

        look.Enter(Phase.Handshake);
        var encrypted = await _handshake.ShakeAsync(stream, endPoint.Host, look);
        look.Enter(Phase.Answering);
        return encrypted;
    }

    private async Task<List<IPAddress>> FindAddressesAsync(string host, Look look)
    {
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await LookUpAsync(host, look);

        // Decided on the very addresses we then connect to, for every hop: a name that changes its address between a check of the
        // address and its use gains nothing.
        var allowed = Alternating(found).Where(address => AddressRules.MayConnect(address, options)).Take(MaximumAddresses).ToList();
        return allowed.Count > 0 ? allowed : throw look.Failed(FailureKind.AddressNotAllowed, found[0].ToString());
    }

    private async Task<IReadOnlyList<IPAddress>> LookUpAsync(string host, Look look)
    {
        var answer = await _lookUpAsync(host, look.Token);
        return answer.Addresses.Count > 0 ? answer.Addresses : throw look.Failed(answer.Failure, answer.Detail);
    }

    private async Task<Socket> ReachAsync(List<IPAddress> addresses, int port, Look look)
    {
        var failure = (Kind: FailureKind.None, Detail: "");
        for (var i = 0; i < addresses.Count; i++)
        {
            var endPoint = new IPEndPoint(addresses[i], port);
            try
            {
                return await ConnectAsync(endPoint, othersLeft: addresses.Count - 1 - i, look);
            }
            catch (SocketException e)
            {
                // "No route" is the least telling: it is what every IPv6 address says where there is no IPv6.
                if (failure.Kind is FailureKind.None or FailureKind.HostUnreachable)
                    failure = (FailureNames.OfConnection(e.SocketErrorCode), $"{FailureNames.Errno(e.SocketErrorCode)} {endPoint}");
            }
        }

        throw look.Failed(failure.Kind, failure.Detail);
    }

    private async Task<Socket> ConnectAsync(IPEndPoint endPoint, int othersLeft, Look look)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        look.Own(socket);
        look.ConnectedTo = endPoint.ToString();
        if (othersLeft == 0)
        {
            await socket.ConnectAsync(endPoint, look.Token);
            return socket;
        }

        // A silent address must not eat the time of those that may answer.
        using var turn = new CancellationTokenSource(options.ConnectTimeout / (othersLeft + 2), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(look.Token, turn.Token);
        try
        {
            await socket.ConnectAsync(endPoint, both.Token);
            return socket;
        }
        catch (OperationCanceledException) when (!look.Token.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }

    /// <summary>The families in turn, beginning with the one the resolver prefers, so that one that is broken costs one attempt.</summary>
    private static IEnumerable<IPAddress> Alternating(IReadOnlyList<IPAddress> found)
    {
        if (found.Count == 1)
            return found;
        var first = found.Where(address => address.AddressFamily == found[0].AddressFamily).ToList();
        var second = found.Where(address => address.AddressFamily != found[0].AddressFamily).ToList();
        return Enumerable.Range(0, found.Count)
            .SelectMany(i => first.Skip(i).Take(1).Concat(second.Skip(i).Take(1)));
    }
}
