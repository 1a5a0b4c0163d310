using System.Diagnostics;
using System.Text.Json;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>Each approach has a process of its own, so that its processor time and memory are nobody else's.</summary>
internal static class ApproachProcess
{
    public const string Command = "approach";

    public static async Task<ApproachResult> StartAsync(string name, string workload, int first, int count, int port, string? list, CancellationToken cancellationToken)
    {
        using var process = Ourselves.Start(
            [Command, "--name", name, "--workload", workload, "--first", first, "--count", count, "--port", port, .. list is null ? Array.Empty<string>() : ["--sites", list]]);
        var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return JsonSerializer.Deserialize<ApproachResult>(answer)!;
    }

    public static async Task<int> RunAsync(string name, string workload, int first, int count, int port, string? list, CancellationToken cancellationToken)
    {
        using var work = new Work();
        var items = Items(first, count, port, list);
        var began = TimeProvider.System.GetTimestamp();
        var others = Array.Empty<ApproachResult>();
        var good = 0;
        if (name == "processes")
        {
            others = await ByProcessesAsync(workload, items.Length, port, list, cancellationToken);
            good = others.Sum(other => other.Good);
        }
        else
        {
            good = name switch
            {
                "serial" => Approach.Serially(items, work.Named(workload)),
                "threads" => Approach.ByThreads(items, work.Named(workload)),
                "futures" => await Approach.ByFuturesAsync(items, work.Named(workload)),
                "one thread" => Approach.OnOneThread(items, work.LookAsync),
                _ => throw new ArgumentException($"There is no approach '{name}'.", nameof(name)),
            };
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new ApproachResult(
            seconds, Environment.CpuUsage.TotalTime.TotalSeconds + others.Sum(other => other.ProcessorSeconds), own.PeakWorkingSet64 + others.Sum(other => other.PeakBytes), good)));
        return 0;
    }

    public static string[] Items(int first, int count, int port, string? list) => list is not null
        ? [.. File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#').Skip(first).Take(count)]
        : [.. Enumerable.Range(first, count).Select(number => TargetProcess.UrlOf(number, port))];

    // Each process has a part of the list and goes through it one after the other.
    private static Task<ApproachResult[]> ByProcessesAsync(string workload, int count, int port, string? list, CancellationToken cancellationToken)
    {
        var each = (count + Approach.Processes - 1) / Approach.Processes;
        return Task.WhenAll(Enumerable.Range(0, Approach.Processes).Select(part =>
            StartAsync("serial", workload, part * each, Math.Clamp(count - part * each, 0, each), port, list, cancellationToken)));
    }
}
