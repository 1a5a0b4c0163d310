using System.Globalization;
using System.Net;
using DnsClient;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Asks name servers for a record: the one that was named, else those of this machine.</summary>
internal sealed class DnsLook(KindTools tools) : IKindLook
{
    private static readonly TimeSpan NetworkLookedAtEvery = TimeSpan.FromSeconds(60);

    private readonly RecordServers _servers = new(tools.Time);
    private readonly Remembered<NetworkSetup> _network = new(tools.Time, NetworkLookedAtEvery, NetworkSetup.OfThisMachine);

    public async Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        var target = DnsTarget.Of(facts.Url);
        var servers = target.Server is null ? OwnServers(look) : [await FindAsync(target.Server, target.Port, look)];
        look.Enter(Phase.Answering);
        var answer = await _servers.AskAsync(servers, target, look);
        look.Hop?.Said(answer.Records);
        var (kind, detail) = answer.Failure == FailureKind.None ? DnsRules.Judge(answer.Records, target.Expected) : (answer.Failure, answer.Detail);
        if (kind != FailureKind.None)
            look.Fail(kind, detail);
        return facts with { Server = answer.Server, Records = answer.Records };
    }

    private IReadOnlyList<NameServer> OwnServers(Look look)
    {
        var servers = tools.Surroundings.NameServers ?? _network.Current.NameServers;
        return servers.Count > 0 ? servers : throw look.Failed(FailureKind.CheckSkipped, "this machine names no name servers, so say which to ask with 'server='");
    }

    private async Task<NameServer> FindAsync(string host, int port, Look look)
    {
        if (!AddressRules.MayConnectToService(port, tools.Options))
            throw look.Failed(FailureKind.PortNotAllowed, string.Create(CultureInfo.InvariantCulture, $"port {port}"));
        var address = (await tools.Connector.FindAddressesAsync(host, look))[0];
        await tools.TakeTurnAsync(address, look);
        look.ConnectedTo = new IPEndPoint(address, port).ToString();
        return new NameServer(address, port);
    }
}
