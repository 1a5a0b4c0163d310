using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Tests.Support.Processes;

/// <summary>A real silo in a process and a folder of its own, with quick intervals and every local address allowed.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private static readonly SocketsHttpHandler _handler = new();

    private readonly IReadOnlyDictionary<string, string>? _environment;

    private SiloProcess(string folder, int siloPort, int gatewayPort, int httpPort, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        _environment = environment;
        (Folder, GatewayPort, HttpPort) = (folder, gatewayPort, httpPort);
        Arguments =
        [
            $"--Cluster:SiloPort={siloPort}", $"--Cluster:GatewayPort={gatewayPort}", $"--Urls=http://127.0.0.1:{httpPort}",
            "--Checks:AllowedPrivateNetworks=127.0.0.0/8", "--Checks:MinimumInterval=1s", "--Checks:RecheckDelays=1s,1s", "--Checks:References=", "--Alerts:DigestWindow=0s", .. arguments,
        ];
        Process = Start();
    }

    public IReadOnlyList<string> Arguments { get; }
    public string Folder { get; }
    public int GatewayPort { get; }
    public int HttpPort { get; }
    public string Cluster => $"127.0.0.1:{GatewayPort}";
    public RunningProcess Process { get; private set; }

    public static async Task<SiloProcess> StartAsync(string folder, params string[] arguments)
    {
        var silo = Launch(folder, arguments);
        await silo.ReadyAsync();
        return silo;
    }

    /// <summary>Starts one without waiting for it: it may be meant to fail.</summary>
    public static SiloProcess Launch(string folder, params string[] arguments) => Launch(folder, null, arguments);

    /// <summary>Starts one with variables in its environment, without waiting for it.</summary>
    public static SiloProcess Launch(string folder, IReadOnlyDictionary<string, string>? environment, string[] arguments)
    {
        var ports = FreePorts(3);
        return new SiloProcess(folder, ports[0], ports[1], ports[2], arguments, environment);
    }

    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    /// <summary>Starts it again, the same in everything, after it has ended.</summary>
    public async Task StartAgainAsync()
    {
        await LaunchAgainAsync();
        await ReadyAsync();
    }

    /// <summary>The same without waiting for it: it may be meant to end soon.</summary>
    public async Task LaunchAgainAsync()
    {
        Process.HasExited.ShouldBeTrue();
        await Process.DisposeAsync();
        Process = Start();
    }

    public Task ReadyAsync() => Eventually.TrueAsync(
        async () =>
        {
            Process.HasExited.ShouldBeFalse($"The silo ended early:\n{Process.Output}\n{Process.Errors}");
            return (await GetAsync("/readyz")).Status == HttpStatusCode.OK;
        },
        TimeSpan.FromSeconds(120),
        () => $"The silo did not get ready:\n{Process.Output}\n{Process.Errors}");

    public Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? bearer = null) => SendAsync(HttpMethod.Get, path, bearer: bearer);

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body = null, string? bearer = null)
    {
        using var http = new HttpMessageInvoker(_handler, disposeHandler: false);
        using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{HttpPort}{path}");
        request.Headers.Authorization = bearer is null ? null : new("Bearer", bearer);
        request.Content = body is null ? null : new StringContent(body);
        try
        {
            using var response = await http.SendAsync(request, CancellationToken.None);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException e)
        {
            return (HttpStatusCode.ServiceUnavailable, e.Message);
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private RunningProcess Start() => RunningProcess.StartDotnet(Built.Silo, Arguments, Folder, _environment);
}
