using System.Globalization;
using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What the kinds of look share: the way onto the network, by the same rules and with the same politeness as for websites.</summary>
internal sealed record KindTools(ProbeOptions Options, TimeProvider Time, AddressTurns Turns, Connector Connector, Surroundings Surroundings)
{
    /// <summary>Connects to the port that an address names.</summary>
    /// <exception cref="ConnectionFailedException">There is no connection; the look has noted why.</exception>
    public async Task<NetworkStream> ConnectAsync(Uri address, Look look) =>
        AddressRules.MayConnectToService(address.Port, Options)
            ? await Connector.OpenAsync(address.IdnHost, address.Port, look)
            : throw look.Failed(FailureKind.PortNotAllowed, string.Create(CultureInfo.InvariantCulture, $"port {address.Port}"));

    /// <summary>Waits until this address may be looked at. The turn ends with the look.</summary>
    /// <exception cref="ConnectionFailedException">It took too long; the look has noted it.</exception>
    public async Task TakeTurnAsync(IPAddress address, Look look)
    {
        await Turns.WaitForAsync(address, Options.TurnPatience, look);
        look.Own(socket: null, address);
    }
}
