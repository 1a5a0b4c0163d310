using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>Starts <see cref="ProbeTarget"/>, so that its cost is not counted as ours, and ends it.</summary>
internal sealed class ProbeTargetProcess : IDisposable
{
    private readonly Process _process;
    private readonly int _addresses;

    private ProbeTargetProcess(Process process, int addresses, int port) => (_process, _addresses, Port) = (process, addresses, port);

    public int Port { get; }

    /// <summary>The address of the website with this number; they take turns among the addresses of this machine.</summary>
    public string Url(int number)
    {
        var host = (number % _addresses) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.{host >> 8}.{host & 0xFF}:{Port}/{number}");
    }

    public static async Task<ProbeTargetProcess> StartAsync(int addresses, bool hangs)
    {
        var process = Ourselves.Start([ProbeTarget.Command, "--addresses", addresses, .. hangs ? ["--hang"] : Array.Empty<string>()]);
        return new ProbeTargetProcess(process, addresses, await NextNumberAsync(process));
    }

    /// <summary>Waits until it has had this many connections, or all but a few.</summary>
    public async Task WaitForConnectionsAsync(int count)
    {
        while (count >= ProbeTarget.CountedBy && await NextNumberAsync(_process) < count - (count % ProbeTarget.CountedBy))
        {
        }
    }

    public void Dispose() => Ourselves.End(_process);

    private static async Task<int> NextNumberAsync(Process process) =>
        int.Parse(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The servers of the benchmark ended too early."), CultureInfo.InvariantCulture);
}
