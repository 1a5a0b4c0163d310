using System.Diagnostics;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>The bare HTTP client of .NET, which decides nothing and remembers nothing.</summary>
internal sealed class BareContender : IContender
{
    public const string Title = "bare SocketsHttpHandler";

    private const int Long = 24 * 60 * 60;

    private Process? _process;

    public string Name => Title;

    public string? MissingPackages => null;

    public IReadOnlyList<int> Processes => [_process!.Id];

    public string LastWords => "";

    public Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        _process = Ourselves.Start(BareRun.Command, "--port", targets.Port, "--websites", plan.Websites, "--per-second", plan.PerSecond, "--seconds", Long);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }
}
