using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>A silo in a process and a folder of its own, and a client to it.</summary>
internal sealed class SiloUnderLoad : IAsyncDisposable
{
    // What every quick test is told at its start: short intervals (twice), no mail server, and the link for the first administrator.
    private static readonly string[] _expected = ["Welcome[3003]", "Welcome[3005]", "ReminderOptionsValidator[", "SetUpLink[4003]"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uptimesquirrel-load-");
    private readonly List<string> _complaints = [];
    private readonly Process _process;
    private readonly int _gateway = FreePort();
    private readonly int _http = FreePort();
    private IHost? _client;

    public SiloUnderLoad(string? connectionString, params string[] more)
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Silo", new DirectoryInfo(AppContext.BaseDirectory).Name, "UptimeSquirrel.Silo.dll"));
        string[] database = connectionString is null ? [] : [$"--Database:ConnectionString={connectionString}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        var start = new ProcessStartInfo("dotnet",
        [
            program, $"--Cluster:SiloPort={FreePort()}", $"--Cluster:GatewayPort={_gateway}", $"--Urls=http://127.0.0.1:{_http}",
            "--Checks:MinimumInterval=1s", "--Checks:AllowedPrivateNetworks=127.0.0.0/8", "--Checks:References=", "--Checks:MaximumPerAddress=100", .. database, .. more,
        ])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
    }

    /// <summary>Where it answers HTTP.</summary>
    public IPEndPoint Http => new(IPAddress.Loopback, _http);

    public IGrainFactory Grains => _client!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>What the silo logged as a warning or worse, but for what it says about every quick test.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    public TimeSpan Processor => Refreshed().TotalProcessorTime;

    public long Memory => Refreshed().WorkingSet64;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process.Start();
        _process.BeginOutputReadLine();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, _gateway))
            .Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterDefaults.ServiceId, ClusterDefaults.ClusterId))
            .UseConnectionRetryFilter(async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, token);
                return !_process.HasExited;
            }));
        _client = builder.Build();
        await _client.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
            await _client.StopAsync();
        _client?.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }

    private void Note(string? line)
    {
        // "12:00:00 warn: Category[event] message"; only what stands before the message may make it harmless.
        if (line is null)
            return;
        var source = line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)];
        if (source.Contains(" info: ", StringComparison.Ordinal) || _expected.Any(warning => source.Contains(warning, StringComparison.Ordinal)))
            return;
        lock (_complaints)
            _complaints.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return int.Parse(listener.LocalEndpoint.ToString()!.Split(':')[^1], CultureInfo.InvariantCulture);
    }
}
