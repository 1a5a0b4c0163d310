using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace UptimeSquirrel.Tests.Support.Processes;

/// <summary>A real process, what it printed so far, and real signals.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Lock _lock = new();

    private RunningProcess(Process process) => _process = process;

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;
    public string Output => Copy(_output);
    public string Errors => Copy(_errors);

    /// <summary>What a silo has logged at error level, a line each.</summary>
    public IEnumerable<string> LoggedErrors => Output.Split('\n').Where(line => line.Contains(" fail: ", StringComparison.Ordinal));

    public static RunningProcess StartDotnet(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // What the person running the tests has set for a cluster of their own is not for ours.
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("SQUIRREL_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(key);

        // They live for seconds: what is spent on finding out where they are slow never pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        var running = new RunningProcess(new Process { StartInfo = start });
        running.Begin();
        return running;
    }

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The process did not end within {patience}. It printed:\n{Output}\n{Errors}");
        }

        return _process.ExitCode;
    }

    public Task<int> KillAsync() => SignalAsync(9);

    public Task<int> TerminateAsync() => SignalAsync(15);

    public void Freeze() => Send(19);

    public void Thaw() => Send(18);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task<int> SignalAsync(int signal)
    {
        Send(signal);
        return await ExitAsync(TimeSpan.FromSeconds(60));
    }

    private void Send(int signal)
    {
        if (!_process.HasExited && Kill(_process.Id, signal) != 0 && !_process.HasExited)
            throw new InvalidOperationException($"Signal {signal} could not be sent to process {_process.Id}: error {Marshal.GetLastPInvokeError()}.");
    }

    private void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (_lock)
            text.AppendLine(line);
    }

    private string Copy(StringBuilder text)
    {
        lock (_lock)
            return text.ToString();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
