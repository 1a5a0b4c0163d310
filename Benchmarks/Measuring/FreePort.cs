using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>A port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    private const int FirstLow = 20_000;
    private const int LastLow = 32_767;

    public static int Next() => Try(0)!.Value;

    /// <summary>One below those that the system gives to connections, for programs that take no other.</summary>
    public static int NextLow() => Enumerable.Range(FirstLow, LastLow - FirstLow + 1).Select(Try).First(port => port is not null)!.Value;

    private static int? Try(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return int.Parse(listener.LocalEndpoint.ToString()!.Split(':')[^1], CultureInfo.InvariantCulture);
        }
        catch (SocketException)
        {
            return null;      // somebody has it
        }
    }
}
