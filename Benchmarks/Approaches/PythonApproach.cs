using System.Diagnostics;
using System.Text.Json;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The same in Python, in which the lesson is usually told: Debian's python3 with requests and gevent.</summary>
internal static class PythonApproach
{
    public static readonly string[] Ways = ["serial", "threads", "futures", "processes", "gevent"];

    /// <summary>Debian's own: others on the path may lack its packages.</summary>
    public const string Interpreter = "/usr/bin/python3";

    public static string Script => Path.Combine(AppContext.BaseDirectory, "Approaches", "check.py");

    public static async Task<ApproachResult> StartAsync(string way, int count, int port, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Interpreter, [Script, way, $"{port}", $"{count}"]) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ApproachResult>(answer)!
            : throw new InvalidOperationException($"Python could not check '{way}': 'apt-get install python3-requests python3-gevent' is what it needs.");
    }
}
