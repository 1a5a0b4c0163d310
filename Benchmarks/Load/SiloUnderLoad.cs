using System.Diagnostics;
using System.Globalization;
using System.Net;
using Orleans.Configuration;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>A silo in a process and a folder of its own, and a client to it.</summary>
internal sealed class SiloUnderLoad : IAsyncDisposable
{
    // What every quick test is told: short intervals (twice), no mail server, the link for the first administrator, that the one before was killed (twice), and that nobody is told of websites that are down.
    private static readonly string[] _expected =
    [
        "Welcome[3003]", "Welcome[3005]", "ReminderOptionsValidator[", "SetUpLink[4003]", "MembershipTableManager[100619]", "MembershipTableManager[100602]", "OwnerNotificationGrain[2004]",
    ];

    /// <summary>The environment variable that names the folder of another build of the silo, to compare with.</summary>
    public const string OtherBuild = "UPTIMESQUIRREL_BENCHMARK_SILO";

    // More than that nobody reads; a silo in trouble may say it a million times.
    private const int ComplaintsKept = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uptimesquirrel-load-");
    private readonly List<string> _complaints = [];
    private readonly ProcessStartInfo _start;
    private readonly int _gateway = FreePort.Next();
    private readonly int _http = FreePort.Next();
    private Process? _process;
    private IHost? _client;

    public SiloUnderLoad(string? connectionString, params string[] more)
    {
        var folder = Environment.GetEnvironmentVariable(OtherBuild) ??
            Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Silo", new DirectoryInfo(AppContext.BaseDirectory).Name));
        var program = Path.Combine(folder, "UptimeSquirrel.Silo.dll");
        string[] database = connectionString is null ? [] : [$"--Database:ConnectionString={connectionString}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        _start = new ProcessStartInfo("dotnet",
        [
            program, $"--Cluster:SiloPort={FreePort.Next()}", $"--Cluster:GatewayPort={_gateway}", $"--Urls=http://127.0.0.1:{_http}",
            "--Checks:MinimumInterval=1s", "--Checks:AllowedPrivateNetworks=127.0.0.0/8", "--Checks:References=", "--Checks:MaximumPerAddress=100", .. database, .. more,
        ])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
    }

    /// <summary>Where it answers HTTP.</summary>
    public IPEndPoint Http => new(IPAddress.Loopback, _http);

    public IGrainFactory Grains => _client!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>A website of the default owner.</summary>
    public IWebsiteGrain Website(WebsiteUrl url) => Grains.GetGrain<IWebsiteGrain>(WebsiteId.From(OwnerId.Default, url).Value);

    /// <summary>Has these websites watched.</summary>
    public Task RegisterAsync(IEnumerable<WebsiteUrl> urls, TimeSpan interval, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        urls, new ParallelOptions { MaxDegreeOfParallelism = Importer.AtOnce, CancellationToken = cancellationToken },
        async (url, _) => await Website(url).RegisterAsync(OwnerId.Default, url, new WebsiteChanges { Interval = interval }));

    /// <summary>How often the silo logged a warning or worse, but for what it says about every quick test.</summary>
    public int ComplaintCount { get; private set; }

    /// <summary>Its process, while it runs.</summary>
    public int ProcessId => _process!.Id;

    public TimeSpan Processor => Refreshed().TotalProcessorTime;

    public long Memory => Refreshed().WorkingSet64;

    public long PeakMemory => Refreshed().PeakWorkingSet64;

    /// <summary>Shows how often it complained, and the first few complaints.</summary>
    public void TellComplaints()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warnings and errors in the log: {ComplaintCount}"));
        lock (_complaints)
            foreach (var complaint in _complaints)
                Console.WriteLine("  " + complaint);
    }

    /// <summary>Starts it and connects to it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        StartProcess();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, _gateway))
            .Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterDefaults.ServiceId, ClusterDefaults.ClusterId))
            .UseConnectionRetryFilter(async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, token);
                return _process is { HasExited: false };
            }));
        _client = builder.Build();
        await _client.StartAsync(cancellationToken);
    }

    /// <summary>Starts the process, after it was killed. A client that was connected finds it again by itself.</summary>
    public void StartProcess()
    {
        _process = new Process { StartInfo = _start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>Ends it without a word, as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_client is not null)
            await _client.StopAsync();
        _client?.Dispose();
        _folder.Delete(recursive: true);
    }

    private Process Refreshed()
    {
        _process!.Refresh();
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
        {
            ComplaintCount++;
            if (_complaints.Count < ComplaintsKept)
                _complaints.Add(line);
        }
    }
}
