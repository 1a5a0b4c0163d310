using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>Starts <see cref="ProbeTarget"/>, so that its cost is not counted as ours, and ends it.</summary>
internal sealed class ProbeTargetProcess : IDisposable
{
    private readonly Process _process;
    private readonly int _addresses;

    private ProbeTargetProcess(Process process, int addresses, int port) => (_process, _addresses, Port) = (process, addresses, port);

    public int Port { get; }

    /// <summary>Who vouches for the certificates that they show; null when they speak http.</summary>
    public X509Certificate2? Root { get; private init; }

    /// <summary>The address of the website with this number; they take turns among the addresses of this machine.</summary>
    public string Url(int number) => Root is null
        ? string.Create(CultureInfo.InvariantCulture, $"http://{AddressOf(number)}:{Port}/{number}")
        : string.Create(CultureInfo.InvariantCulture, $"https://w{number}.{TargetCertificate.Domain}:{Port}/{number}");

    public IPAddress AddressOf(int number)
    {
        var host = (number % _addresses) + 1;
        return new IPAddress([127, 0, (byte)(host >> 8), (byte)host]);
    }

    /// <param name="addresses">How many addresses of this machine they have.</param>
    /// <param name="hangs">Whether they take the connection and never answer.</param>
    /// <param name="keys">The keys of their certificates, see <see cref="TargetCertificate"/>; null = they speak http.</param>
    public static async Task<ProbeTargetProcess> StartAsync(int addresses, bool hangs, string? keys = null)
    {
        var process = Ourselves.Start([ProbeTarget.Command, "--addresses", addresses, .. hangs ? ["--hang"] : Array.Empty<string>(), .. keys is not null ? ["--tls", keys] : Array.Empty<string>()]);
        var root = keys is null ? null : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(await NextLineAsync(process)));
        return new ProbeTargetProcess(process, addresses, await NextNumberAsync(process)) { Root = root };
    }

    /// <summary>Waits until it has had this many connections, or all but a few.</summary>
    public async Task WaitForConnectionsAsync(int count)
    {
        while (count >= ProbeTarget.CountedBy && await NextNumberAsync(_process) < count - (count % ProbeTarget.CountedBy))
        {
        }
    }

    public void Dispose() => Ourselves.End(_process);

    private static async Task<int> NextNumberAsync(Process process) => int.Parse(await NextLineAsync(process), CultureInfo.InvariantCulture);

    private static async Task<string> NextLineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The servers of the benchmark ended too early.");
}
