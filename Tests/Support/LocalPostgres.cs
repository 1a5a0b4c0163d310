using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace UptimeSquirrel.Tests.Support;

/// <summary>A private PostgreSQL in a folder of its own that can be stopped and started.</summary>
internal sealed class LocalPostgres : IAsyncDisposable
{
    private static readonly string[] _quick = ["fsync=off", "full_page_writes=off", "max_connections=300", "logging_collector=off"];

    private readonly string _programs;
    private readonly string _folder;
    private readonly IPAddress _address;
    private readonly int _port;
    private readonly IReadOnlyList<string> _settings;
    private Process? _server;
    private bool _isFrozen;

    private LocalPostgres(string programs, string folder, IPAddress address, int port, IReadOnlyList<string> settings) =>
        (_programs, _folder, _address, _port, _settings) = (programs, folder, address, port, settings);

    public string ConnectionString => $"Host={_address};Port={_port};Username=postgres;Database=postgres;Timeout=5";

    /// <summary>The process that starts all others of the server, while it runs.</summary>
    public int ProcessId => _server!.Id;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The folder of the newest installed server, or null.</summary>
    public static string? FindPrograms()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => Version(Path.GetFileName(folder))).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

        static int Version(string name) => int.TryParse(name, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    /// <param name="programs">The folder of its programs.</param>
    /// <param name="address">Where it listens, for everybody who can reach that; null = 127.0.0.1.</param>
    /// <param name="settings">As they stand in postgresql.conf; null = quick, and not safe from a loss of power.</param>
    public static async Task<LocalPostgres> StartAsync(string programs, IPAddress? address = null, IReadOnlyList<string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("uptime-postgres-").FullName;
        var server = new LocalPostgres(programs, folder, address ?? IPAddress.Loopback, FreePort(), settings ?? _quick);
        try
        {
            if (Environment.IsPrivilegedProcess)
                await RunAsync("chown", "postgres", folder);
            await server.RunAsServerUserAsync("initdb", "-D", server.Data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-sync");
            if (address is not null)
                await File.AppendAllTextAsync(Path.Combine(server.Data, "pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <param name="patience">How long it may take until it accepts connections; null = as long as anything in a test.</param>
    public async Task StartAgainAsync(TimeSpan? patience = null)
    {
        string[] settings = [$"listen_addresses={_address}", .. _settings];
        _server = Start(AsServerUser(
            "postgres", ["-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder, .. settings.SelectMany(setting => new[] { "-c", setting })]));
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await Eventually.HoldsAsync(async () =>
        {
            if (_server.HasExited)
                throw new InvalidOperationException("PostgreSQL ended while starting.");
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }, patience);
    }

    /// <summary>Stops it, at once as the loss of the machine would, or as pg_ctl does in another mode.</summary>
    public async Task StopAsync(string mode = "immediate")
    {
        if (_server is not { } server)
            return;
        if (_isFrozen)
            await ThawAsync();
        _server = null;
        if (!server.HasExited)
            await RunAsServerUserAsync("pg_ctl", "stop", "-D", Data, "-m", mode, "-w", "-t", "30");
        await server.WaitForExitAsync();
        server.Dispose();
    }

    /// <summary>Freezes it: connections stay open and nothing answers any more.</summary>
    public async Task FreezeAsync()
    {
        _isFrozen = true;
        await SignalAsync("-STOP");
    }

    public async Task ThawAsync()
    {
        await SignalAsync("-CONT");
        _isFrozen = false;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // The one that accepts connections first: it must not start another process meanwhile.
    private async Task SignalAsync(string signal)
    {
        var main = _server!.Id.ToString(CultureInfo.InvariantCulture);
        await RunAsync("kill", signal, main);
        foreach (var child in (await File.ReadAllTextAsync($"/proc/{main}/task/{main}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // One that has lost its client may end by itself meanwhile.
            using var kill = Start("kill", signal, child);
            await kill.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunAsServerUserAsync(string program, params string[] arguments) => RunAsync(AsServerUser(program, arguments));

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

    private static Process Start(params string[] command)
    {
        // Its chatter goes nowhere: the shell throws it away, and "exec" leaves no shell between us and the process.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
