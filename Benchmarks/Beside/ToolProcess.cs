using System.Diagnostics;
using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>A process of somebody else's program, in a session of its own, so that it can be ended with all that it started.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    // Long enough to write down what is in memory.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private ToolProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="user">Whose rights it has when we are root: many programs refuse those of root. Null = ours.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="log">The file that has what it says.</param>
    /// <param name="command">Program and arguments.</param>
    public static ToolProcess Start(string? user, string folder, string log, params string[] command)
    {
        string[] rights = user is not null && Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups"] : [];

        // Each replaces the one before, so that the process we start is the program itself in the end.
        string[] arguments = ["-c", "log=$1; shift; exec setsid \"$@\" >>\"$log\" 2>&1", "sh", log, .. rights, .. command];
        return new ToolProcess(Process.Start(new ProcessStartInfo("/bin/sh", arguments) { WorkingDirectory = folder, RedirectStandardInput = true })!);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("-TERM", Text(Id));
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(_patience, TimeProvider.System));
        }

        // What is left of its session: it takes too long, or it crashed and left others behind.
        await SignalAsync("-KILL", "-" + Text(Id));
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task SignalAsync(string signal, string whom)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [signal, "--", whom]) { RedirectStandardError = true })!;
        await kill.StandardError.ReadToEndAsync();
        await kill.WaitForExitAsync();
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
