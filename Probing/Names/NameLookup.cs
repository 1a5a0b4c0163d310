using System.Net;
using DnsClient;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Finds the addresses of a name, as a visitor's machine would, but without a blocked thread for each name.</summary>
internal sealed class NameLookup(TimeProvider time, HostsFile hosts, Remembered<NetworkSetup> network, SystemResolver system)
{
    private static readonly TimeSpan NetworkLookedAtEvery = TimeSpan.FromSeconds(60);

    /// <summary>How much longer to wait for the other family's addresses. Some name servers never answer about IPv6, and browsers do not wait for them.</summary>
    private static readonly TimeSpan WaitForTheOther = TimeSpan.FromMilliseconds(300);

    private static readonly NameAnswer Loopback = NameAnswer.Found([IPAddress.Loopback, IPAddress.IPv6Loopback]);

    private readonly NameServers _servers = new(time);
    private readonly NameCache _cache = new(time);

    public static NameLookup OfThisMachine(TimeProvider time) => new(
        time,
        new HostsFile(HostsFile.PathOnThisMachine, time),
        new Remembered<NetworkSetup>(time, NetworkLookedAtEvery, NetworkSetup.OfThisMachine),
        new SystemResolver(Dns.GetHostAddressesAsync));

    /// <param name="host">The name.</param>
    /// <param name="family">What kind of addresses to ask for. The answer may hold others.</param>
    /// <param name="token">Ends the search.</param>
    public async Task<NameAnswer> LookUpAsync(string host, IpFamily family, CancellationToken token)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        if (hosts.Find(name) is { } listed)
            return NameAnswer.Found(listed.Count > 1 ? AddressOrder.Prefer(listed, network.Current.HasGlobalIPv6) : listed);

        return NameKinds.Of(name) switch
        {
            NameKind.Invalid => NameAnswer.NotFound,
            NameKind.Localhost => Loopback,
            NameKind.Local => await system.LookUpAsync(host, token),
            _ when family == IpFamily.Any && _cache.TryFind(name, out var kept) => NameAnswer.Found(kept),
            _ when network.Current is { NameServers.Count: > 0 } setup => await AskAsync(name, family, setup, token),
            _ => await system.LookUpAsync(host, token),
        };
    }

    private async Task<NameAnswer> AskAsync(string name, IpFamily family, NetworkSetup setup, CancellationToken token)
    {
        if (Questions(name) is not var (ipv4, ipv6))
            return NameAnswer.ImpossibleName;

        using var lookUp = CancellationTokenSource.CreateLinkedTokenSource(token);
        var answer = family switch
        {
            IpFamily.IPv4 => await _servers.AskAsync(setup.NameServers, ipv4, lookUp.Token),
            IpFamily.IPv6 => await _servers.AskAsync(setup.NameServers, ipv6, lookUp.Token),
            _ when setup.HasGlobalIPv6 => await AskBothAsync(setup.NameServers, ipv4, ipv6, lookUp.Token),
            _ => await AskOneByOneAsync(setup.NameServers, ipv4, ipv6, lookUp.Token),
        };
        await lookUp.CancelAsync();    // ends the question we did not wait for

        if (answer == ServerAnswer.BeyondTheLibrary)
            return await system.LookUpAsync(name, token);
        if (family == IpFamily.Any && answer.Names.Addresses.Count > 0)
            _cache.Keep(name, answer.Names.Addresses, answer.TimeToLive);
        return answer.Names;
    }

    private async Task<ServerAnswer> AskOneByOneAsync(IReadOnlyList<NameServer> servers, DnsQuestion ipv4, DnsQuestion ipv6, CancellationToken token)
    {
        var answer = await _servers.AskAsync(servers, ipv4, token);
        return answer.Names == NameAnswer.NoAddress ? await _servers.AskAsync(servers, ipv6, token) : answer;
    }

    private async Task<ServerAnswer> AskBothAsync(IReadOnlyList<NameServer> servers, DnsQuestion ipv4, DnsQuestion ipv6, CancellationToken token)
    {
        var four = _servers.AskAsync(servers, ipv4, token);
        var six = _servers.AskAsync(servers, ipv6, token);
        var both = Task.WhenAll(six, four);
        var first = await await Task.WhenAny(four, six);
        if (first.Names.Addresses.Count == 0)
            return BothTogether.Of(await six, await four);

        // Ends without an error in either case: with time or with both.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(both, Task.Delay(WaitForTheOther, time, enough.Token));
        await enough.CancelAsync();
        token.ThrowIfCancellationRequested();
        return both.IsCompletedSuccessfully ? BothTogether.Of(await six, await four) : first;
    }

    private static (DnsQuestion IPv4, DnsQuestion IPv6)? Questions(string name)
    {
        try
        {
            return name.Contains("..", StringComparison.Ordinal) ? null : (new DnsQuestion(name, QueryType.A), new DnsQuestion(name, QueryType.AAAA));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
