using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>Checks that wait in several processes at the same time, each with servers of its own.</summary>
internal static class HangParts
{
    public const string Command = "hang-part";
    private const string AllWait = "all wait";

    /// <returns>The worst that one of them returned.</returns>
    public static async Task<int> RunAsync(int checks, int parts, CancellationToken cancellationToken)
    {
        var processes = Enumerable.Range(0, parts).Select(part => Ourselves.Start(Command, "--checks", (checks / parts) + (part < checks % parts ? 1 : 0))).ToArray();
        try
        {
            foreach (var process in processes)
                await TellUntilAllWaitAsync(process, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{checks} checks waited at the same time, in {parts} processes"));
            foreach (var process in processes)
                process.StandardInput.Close();
            foreach (var process in processes)
                await process.WaitForExitAsync(cancellationToken);
            return processes.Max(process => process.ExitCode);
        }
        finally
        {
            foreach (var process in processes)
            {
                if (!process.HasExited)
                    process.Kill();
                process.Dispose();
            }
        }
    }

    /// <summary>One of these processes: holds its checks until its standard input ends.</summary>
    public static Task<int> RunPartAsync(int checks, CancellationToken cancellationToken) => HangRun.RunHereAsync(
        checks,
        async () =>
        {
            Console.WriteLine(AllWait);
            await Console.In.ReadToEndAsync(cancellationToken);
        },
        cancellationToken);

    private static async Task TellUntilAllWaitAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line && line != AllWait)
            Console.WriteLine($"process {process.Id}: {line}");
    }
}
