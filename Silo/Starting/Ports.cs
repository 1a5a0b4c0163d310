using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Starting;

/// <summary>Whether the ports we need are free, so that a taken one is a sentence and not a stack trace.</summary>
internal static class Ports
{
    public static IEnumerable<string> FindProblems(SiloSettings settings)
    {
        if (IsTaken(IPAddress.Any, settings.Cluster.SiloPort, out var why))
            yield return Sentence("Cluster:SiloPort", settings.Cluster.SiloPort, why);
        if (IsTaken(IPAddress.Any, settings.Cluster.GatewayPort, out why))
            yield return Sentence("Cluster:GatewayPort", settings.Cluster.GatewayPort, why);
        foreach (var url in settings.Urls.Where(url => url.Port != 0))
            if (IsTaken(IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Loopback, url.Port, out why))
                yield return Sentence("Urls", url.Port, why);
    }

    private static string Sentence(string key, int port, string why) =>
        $"{key}: port {port} cannot be used ({why}). Is another silo running here? Stop it, or choose another port with --{key}=…";

    private static bool IsTaken(IPAddress address, int port, out string why)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            why = "";
            return false;
        }
        catch (SocketException e)
        {
            why = e.SocketErrorCode == SocketError.AddressAlreadyInUse ? "another program listens there" : e.Message;
            return true;
        }
    }
}
