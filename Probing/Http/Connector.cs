using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Makes the connection for one request: look up the name, keep to the address rules, connect, and shake hands.</summary>
internal sealed class Connector(ProbeOptions options, TimeProvider time, AddressTurns turns, KnownServers servers, Surroundings surroundings)
{
    private const int MaximumAddresses = 6;
    private readonly Func<string, IpFamily, CancellationToken, Task<NameAnswer>> _lookUpAsync = surroundings.LookUpAsync ?? NameLookup.OfThisMachine(time).LookUpAsync;
    private readonly AddressRace _race = new(turns, options.TurnPatience, time);
    private readonly TlsHandshake _handshake = new(time, surroundings.TrustedRoots, servers);

    /// <exception cref="ConnectionFailedException">There will be none; the look has noted why.</exception>
    public async Task<Connection> ConnectAsync(Uri uri, Look look)
    {
        var server = new ServerName(uri.IdnHost, uri.Port);
        look.CertificateOf = uri.Scheme == Uri.UriSchemeHttps ? server : null;
        look.ReliesOnEarlierLooks = false;
        if (!AddressRules.MayConnect(uri.Port, options))
            throw look.Failed(FailureKind.PortNotAllowed, string.Create(CultureInfo.InvariantCulture, $"port {uri.Port}"));

        var stream = await OpenAsync(server.Host, server.Port, look);
        if (look.CertificateOf is null)
            return new Connection(stream, IsHttp2: false);
        return await EncryptAsync(stream, server, look, TlsHandshake.ForWeb(look));
    }

    /// <summary>Connects, whatever the port. Nothing is sent.</summary>
    /// <exception cref="ConnectionFailedException">There is no connection; the look has noted why.</exception>
    public async Task<NetworkStream> OpenAsync(string host, int port, Look look)
    {
        var addresses = await FindAddressesAsync(host, look);
        look.Enter(Phase.Connecting);
        return new NetworkStream(await _race.ConnectAsync(addresses, port, look), ownsSocket: true);
    }

    /// <exception cref="ConnectionFailedException">The handshake failed; the look has noted why.</exception>
    public Task<Connection> EncryptAsync(NetworkStream stream, ServerName server, Look look, List<SslApplicationProtocol>? protocols)
    {
        look.Enter(Phase.Handshake);
        return _handshake.ShakeAsync(stream, server, look, protocols);
    }

    /// <summary>The addresses of a host that may be connected to, in the order to try them.</summary>
    /// <exception cref="ConnectionFailedException">There are none; the look has noted why.</exception>
    public async Task<List<IPAddress>> FindAddressesAsync(string host, Look look)
    {
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await LookUpAsync(host, look);

        // An IPv4 address in the clothes of IPv6 is reached over IPv4, as browsers do.
        var ofFamily = found.Select(AddressRules.Unwrapped).Where(address => IsOf(look.Request.Family, address)).ToList();
        if (ofFamily.Count == 0)
            throw look.Failed(FailureKind.NameNotFound, literal is null ? $"the name has no {look.Request.Family} address" : $"not an {look.Request.Family} address");

        // Decided on the very addresses we then connect to, for every hop: a name that changes its address between a check of the
        // address and its use gains nothing.
        var allowed = Alternating(ofFamily).Where(address => AddressRules.MayConnect(address, options)).Take(MaximumAddresses).ToList();
        return allowed.Count > 0 ? allowed : throw look.Failed(FailureKind.AddressNotAllowed, ofFamily[0].ToString());
    }

    private async Task<IReadOnlyList<IPAddress>> LookUpAsync(string host, Look look)
    {
        var answer = await _lookUpAsync(host, look.Request.Family, look.Token);
        look.Hop?.Addresses = answer.Addresses;
        return answer.Addresses.Count > 0 ? answer.Addresses : throw look.Failed(answer.Failure, answer.Detail);
    }

    private static bool IsOf(IpFamily family, IPAddress address) => family switch
    {
        IpFamily.IPv4 => address.AddressFamily == AddressFamily.InterNetwork,
        IpFamily.IPv6 => address.AddressFamily == AddressFamily.InterNetworkV6,
        _ => true,
    };

    /// <summary>The families in turn, beginning with the one the resolver prefers, so that one that is broken costs one attempt.</summary>
    private static IEnumerable<IPAddress> Alternating(List<IPAddress> found)
    {
        if (found.Count == 1)
            return found;
        var first = found.Where(address => address.AddressFamily == found[0].AddressFamily).ToList();
        var second = found.Where(address => address.AddressFamily != found[0].AddressFamily).ToList();
        return Enumerable.Range(0, found.Count)
            .SelectMany(i => first.Skip(i).Take(1).Concat(second.Skip(i).Take(1)));
    }
}
