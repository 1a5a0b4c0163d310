using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>Measures ways to look beside each other: the same requests at the same pace, in turns.</summary>
internal static class Turns
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(20);

    /// <returns>What each cost, in the order of the contenders: one figure a round.</returns>
    public static async Task<List<Cost>[]> TakeAsync(
        (string Name, Func<int, Task> Look)[] contenders, int perSecond, TimeSpan warmUp, TimeSpan length, int rounds, CancellationToken cancellationToken)
    {
        foreach (var (_, look) in contenders)
            await MeasureAsync(look, perSecond, warmUp, cancellationToken);

        var costs = contenders.Select(_ => new List<Cost>()).ToArray();
        for (var round = 1; round <= rounds; round++)
            foreach (var (i, (name, look)) in contenders.Index())
            {
                var cost = await MeasureAsync(look, perSecond, length, cancellationToken);
                costs[i].Add(cost);
                Write($"round {round}, {name,-28}: {cost.ProcessorPerThousand.TotalMilliseconds:0} ms CPU per 1,000 checks, {cost.BytesPerCheck:0} bytes per check, {cost.Checks} checks");
            }

        return costs;
    }

    public static double MedianProcessor(List<Cost> costs) => Median(costs, cost => cost.ProcessorPerThousand.TotalMilliseconds);

    public static double MedianBytes(List<Cost> costs) => Median(costs, cost => cost.BytesPerCheck);

    public static async Task AskAsync(HttpMessageInvoker bare, Uri uri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, uri);
        using var response = await bare.SendAsync(request, CancellationToken.None);
        if ((int)response.StatusCode != 200)
            throw new InvalidOperationException($"The target answered {response.StatusCode}.");
    }

    public static async Task LookAsync(IWebsiteProbe probe, WebsiteUrl url)
    {
        var result = await probe.LookAsync(new CheckRequest(url, null, CheckMethod.Head), CancellationToken.None);
        if (result.StatusCode != 200)
            throw new InvalidOperationException($"The probe saw {result.Failure}: {result.Detail}.");
    }

    public static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    // A few looks begin together every 20 ms: a silo's load is spread, not a burst.
    private static async Task<Cost> MeasureAsync(Func<int, Task> look, int perSecond, TimeSpan length, CancellationToken cancellationToken)
    {
        var batch = Math.Max(1, (int)(perSecond * _pace.TotalSeconds));
        var batches = (int)(length / _pace);
        var looks = new List<Task>(batch * batches);
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Processor();
        using var timer = new PeriodicTimer(_pace, TimeProvider.System);
        for (var i = 0; i < batches && await timer.WaitForNextTickAsync(cancellationToken); i++)
            for (var j = 0; j < batch; j++)
                looks.Add(look(looks.Count));
        await Task.WhenAll(looks);
        return new Cost(looks.Count, (Processor() - processor) * 1000 / looks.Count, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)looks.Count);
    }

    private static TimeSpan Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static double Median(List<Cost> costs, Func<Cost, double> figure)
    {
        var sorted = costs.Select(figure).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public sealed record Cost(int Checks, TimeSpan ProcessorPerThousand, double BytesPerCheck);
}
