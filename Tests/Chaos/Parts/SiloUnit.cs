using System.Diagnostics;
using System.Net;
using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>A silo's process, kept running as a service manager would: one that ends is started again after a moment, unless it is held.</summary>
internal sealed class SiloUnit(int number, string folder, string http, IReadOnlyList<string> command, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan _restartAfter = TimeSpan.FromSeconds(2);
    private static readonly SocketsHttpHandler _handler = new();

    private readonly List<SiloEnd> _ends = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _mayRun = new(1, 1);
    private readonly Lock _lock = new();
    private volatile Process? _process;
    private volatile bool _wasAsked;
    private Task _supervising = Task.CompletedTask;

    public int Number => number;

    /// <summary>Where its pages are.</summary>
    public string Http => http;

    /// <summary>What is run; another one holds from its next start.</summary>
    public IReadOnlyList<string> Command { get; set; } = command;

    /// <summary>Where its words are left.</summary>
    public string Log => Path.Combine(folder, "log.txt");

    /// <summary>Every end of its process so far.</summary>
    public IReadOnlyList<SiloEnd> Ends
    {
        get
        {
            lock (_lock)
                return [.. _ends];
        }
    }

    public void Start() => _supervising = SuperviseAsync();

    public void Send(int signal)
    {
        if (_process is { } process)
            Signals.Send(process.Id, signal);
    }

    /// <summary>Ends it with a signal and keeps it from being started again until <see cref="Release"/>.</summary>
    public async Task HoldAsync(int signal, TimeSpan patience)
    {
        await _mayRun.WaitAsync();
        _wasAsked = signal == Signals.Terminate;
        Send(signal);
        await Tests.Support.Eventually.TrueAsync(() => Task.FromResult(_process is null), patience, () => $"Silo {number} did not end after signal {signal}.");
        _wasAsked = false;
    }

    public void Release() => _mayRun.Release();

    public async Task<bool> IsReadyAsync()
    {
        using var http = new HttpMessageInvoker(_handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Http}/readyz");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3), clock);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _process?.Kill();
        await _supervising;
        _closing.Dispose();
        _mayRun.Dispose();
    }

    private async Task SuperviseAsync()
    {
        try
        {
            while (true)
            {
                await _mayRun.WaitAsync(_closing.Token);
                _mayRun.Release();
                await RunAsync();
                await Task.Delay(_restartAfter, clock, _closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task RunAsync()
    {
        // The shell leaves the silo's words in a file and is replaced by the silo, so that signals reach it.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", "exec \"$@\" >>log.txt 2>&1", "sh", .. Command])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        _process = process;
        await process.WaitForExitAsync();
        _process = null;
        lock (_lock)
            _ends.Add(new SiloEnd(number, clock.GetUtcNow(), process.ExitCode, _wasAsked && process.ExitCode == 0));
    }
}
