using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>A PostgreSQL server of one's own, from the installed programs, as a small machine would have it: everything is flushed to the disk.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly string[] _settings =
    [
        "shared_buffers=1GB", "max_wal_size=4GB", "checkpoint_timeout=15min", "wal_compression=lz4", "max_connections=200", "logging_collector=off", "jit=off",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("uptimesquirrel-postgres-").FullName;
    private readonly string _programs;
    private readonly int _port = FreePort();
    private Process? _server;

    private PrivatePostgres(string programs) => _programs = programs;

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=5";

    /// <summary>What it has cost since it was started.</summary>
    public TimeSpan Processor => ProcessorTime.OfFamily(_server!.Id);

    public static async Task<PrivatePostgres> StartAsync(CancellationToken cancellationToken)
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(folder => Path.Combine(folder, "bin")).LastOrDefault() : null;
        var postgres = new PrivatePostgres(programs ?? throw new InvalidOperationException("PostgreSQL is not installed below /usr/lib/postgresql: 'apt-get install postgresql' is enough."));
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", postgres._folder);
        await RunAsync(postgres.AsServerUser("initdb", "-D", postgres.Data, "-U", "postgres", "--auth=trust", "-E", "UTF8"));
        await postgres.StartAgainAsync(cancellationToken);
        return postgres;
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _server = Start(AsServerUser(
            "postgres", ["-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder, .. _settings.SelectMany(setting => new[] { "-c", setting })]));
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        while (true)
        {
            if (_server.HasExited)
                throw new InvalidOperationException("PostgreSQL ended while starting.");
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Ends it as the loss of the machine would.</summary>
    public async Task KillAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        await RunAsync(AsServerUser("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w"));
        await server.WaitForExitAsync();
        server.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root.
    private string[] AsServerUser(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(_programs, program), .. arguments];
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}.");
    }

    // Its chatter goes nowhere: the shell throws it away, and "exec" leaves no shell between us and the process.
    private static Process Start(params string[] command) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
