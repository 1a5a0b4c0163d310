using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>What checks cost that wait for servers which never answer: memory, and no threads.</summary>
internal static class HangRun
{
    private const int PerAddress = 100;
    private const int MostThreadsMore = 16;
    private static readonly TimeSpan _longEnough = TimeSpan.FromMinutes(10);

    // What a process has open besides the connections.
    private const int OtherFiles = 500;

    /// <summary>Has that many checks wait at the same time: in this process, or in as many as the limit of open files makes necessary.</summary>
    public static async Task<int> RunAsync(int checks, CancellationToken cancellationToken)
    {
        if (OpenFilesLimit() is not { } limit || limit >= checks + OtherFiles)
            return await RunHereAsync(checks, () => Task.CompletedTask, cancellationToken);
        if (limit < 2 * OtherFiles)
        {
            Write($"This process may open {limit} files, which is too few to measure anything: raise the limit (ulimit -n {checks + OtherFiles}).");
            return 2;
        }

        var parts = (checks + limit - OtherFiles - 1) / (limit - OtherFiles);
        Write($"One process may open {limit} files, and each check needs one: {parts} processes share the {checks} checks.");
        return await HangParts.RunAsync(checks, parts, cancellationToken);
    }

    /// <summary>Has checks wait in this process.</summary>
    /// <param name="checks">How many.</param>
    /// <param name="holdAsync">Ends when they need not wait any longer; they have been measured by then.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunHereAsync(int checks, Func<Task> holdAsync, CancellationToken cancellationToken)
    {
        using var target = await ProbeTargetProcess.StartAsync((checks + PerAddress - 1) / PerAddress, hangs: true);
        var probe = WebsiteProbe.Create(new ProbeOptions { AllowEveryAddress = true, MaximumAtOnce = checks, MaximumPerAddress = PerAddress, ConnectTimeout = _longEnough, TurnPatience = _longEnough }, TimeProvider.System);
        using var connections = probe as IDisposable;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var urls = Enumerable.Range(0, checks).Select(number => WebsiteUrl.Parse(target.Url(number))).ToArray();
        var before = Take();
        var began = TimeProvider.System.GetTimestamp();
        var looks = Array.ConvertAll(urls, url => probe.LookAsync(new CheckRequest(url, _longEnough, CheckMethod.Head), enough.Token));
        await target.WaitForConnectionsAsync(checks);
        var during = Take();
        var ended = looks.Count(look => look.IsCompleted);
        Write($"{checks - ended} checks wait for servers that never answer, after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
        Write($"memory per check: {(during.Resident - before.Resident) / 1024.0 / checks:0.0} kB resident, {(during.Managed - before.Managed) / 1024.0 / checks:0.0} kB of it objects");
        Write($"threads: {before.Threads} before, {during.Threads} while they wait");

        await holdAsync();
        await enough.CancelAsync();
        await Task.WhenAll(looks).ContinueWith(_ => { }, TaskScheduler.Default);
        if (looks.FirstOrDefault(look => look.IsCompletedSuccessfully) is { } first)
        {
            Write($"NOT MEASURED: {ended} of {checks} checks ended, one with: {(await first).Detail}");
            return 2;
        }

        if (during.Threads - before.Threads <= MostThreadsMore)
            return 0;
        Write($"PROMISE BROKEN: checks that wait hold no threads");
        return 1;
    }

    private static Figures Take()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var self = Process.GetCurrentProcess();
        return new Figures(self.WorkingSet64, managed, self.Threads.Count);
    }

    private static int? OpenFilesLimit()
    {
        const string Limits = "/proc/self/limits";
        if (!File.Exists(Limits))
            return null;
        var line = File.ReadLines(Limits).First(text => text.StartsWith("Max open files", StringComparison.Ordinal));
        return int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var soft) ? soft : null;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Figures(long Resident, long Managed, int Threads);
}
