using System.Diagnostics;
using System.Globalization;
using System.Net;
using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Targets;

/// <summary>Starts <see cref="TargetServer"/>, so that its cost is not counted as ours, and ends it.</summary>
internal sealed class TargetProcess : IDisposable
{
    // 127.0.0.x is left to everything else on this machine.
    private const int First = 1 << 16;

    private readonly Process _process;
    private readonly string _log;

    private TargetProcess(Process process, string log, int port) => (_process, _log, Port) = (process, log, port);

    public int Port { get; }

    public int ProcessId => _process.Id;

    public static async Task<TargetProcess> StartAsync(TargetPlan plan)
    {
        var log = Path.GetTempFileName();
        var process = Ourselves.Start([TargetServer.Command, .. plan.ToArguments(), "--log", log]);
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The servers of the benchmark ended too early.");
        return new TargetProcess(process, log, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The website with this number: an address of its own, up to 16 million of them.</summary>
    public string Url(int website) => UrlOf(website, Port);

    public static string UrlOf(int website, int port) => $"http://{AddressOf(website)}:{port}/";

    private static IPAddress AddressOf(int website)
    {
        var number = website + First;
        return new IPAddress(new byte[] { 127, (byte)(number >> 16), (byte)(number >> 8), (byte)number });
    }

    public static int NumberOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return (bytes[1] << 16 | bytes[2] << 8 | bytes[3]) - First;
    }

    /// <summary>Every look up to now, in the order they came, but for the first ones.</summary>
    public LookLog.Entry[] Looks(long from = 0) => LookLog.Read(_log, from);

    public void Dispose()
    {
        Ourselves.End(_process);
        File.Delete(_log);
    }
}
