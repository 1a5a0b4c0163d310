using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Starting;

/// <summary>Whether the ports we need are free, so that a taken one is a sentence and not a stack trace.</summary>
internal static class Ports
{
    private const int FurtherPorts = 100;

    public static IReadOnlyList<string> FindProblems(SiloSettings settings) => FindProblems(settings, isSilo: true);

    /// <summary>The same for a program that only serves pages.</summary>
    public static IReadOnlyList<string> FindUrlProblems(SiloSettings settings) => FindProblems(settings, isSilo: false);

    private static IReadOnlyList<string> FindProblems(SiloSettings settings, bool isSilo)
    {
        var problems = new List<string>();
        var advice = new List<string>();
        if (isSilo)
        {
            Look("Cluster:SiloPort", IPAddress.Any, settings.Cluster.SiloPort, free => $"--Cluster:SiloPort={free}");
            Look("Cluster:GatewayPort", IPAddress.Any, settings.Cluster.GatewayPort, free => $"--Cluster:GatewayPort={free}");
        }

        foreach (var url in settings.Urls.Where(url => url.Port != 0))
            Look("Urls", IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Loopback, url.Port, free => $"--Urls=http://{url.Host}:{free}");
        if (problems.Count > 0)
            problems[^1] += Advice(settings.IsPostgres, string.Join(' ', advice));
        return problems;

        void Look(string key, IPAddress address, int port, Func<int, string> option)
        {
            if (!IsTaken(address, port, out var why))
                return;
            problems.Add($"{key}: port {port} cannot be used ({why}).");
            if (Enumerable.Range(port + 1, FurtherPorts).FirstOrDefault(other => other <= IPEndPoint.MaxPort && !IsTaken(address, other, out _)) is var free and > 0)
                advice.Add(option(free));
        }
    }

    private static string Advice(bool isPostgres, string options) => isPostgres
        ? $" Is another silo running here? Stop it, or let this one join it: {options}"
        : $" Is another silo running here? Stop it; or let both use PostgreSQL (--Database:ConnectionString=\"Host=…\"), since a SQLite file serves one silo, and this one {options}";

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
