using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>What the probe costs beside the bare HTTP client it is built on: the same requests at the same pace, in turns.</summary>
internal static class ProbeRun
{
    private const double HighestRatio = 1.3;
    private const int Addresses = 16;
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int perSecond, TimeSpan length, int rounds, CancellationToken cancellationToken)
    {
        using var target = await ProbeTargetProcess.StartAsync(Addresses, hangs: false);
        var urls = Enumerable.Range(0, 1000).Select(number => WebsiteUrl.Parse(target.Url(number))).ToArray();
        var uris = urls.Select(url => url.ToUri()).ToArray();
        var probe = WebsiteProbe.Create(new ProbeOptions { AllowEveryAddress = true, MaximumPerAddress = 1000 }, TimeProvider.System);
        using var bare = BareClient.Create();
        using var connections = probe as IDisposable;

        var contenders = new (string Name, Func<int, Task> Look)[] { ("bare SocketsHttpHandler", number => AskAsync(bare, uris[number % uris.Length])), ("probe", number => LookAsync(probe, urls[number % urls.Length])) };
        foreach (var (_, look) in contenders)
            await MeasureAsync(look, perSecond, TimeSpan.FromSeconds(5), cancellationToken);

        var costs = contenders.Select(_ => new List<Cost>()).ToArray();
        for (var round = 1; round <= rounds; round++)
            foreach (var (name, look) in contenders)
            {
                var cost = await MeasureAsync(look, perSecond, length, cancellationToken);
                costs[Array.FindIndex(contenders, contender => contender.Name == name)].Add(cost);
                Write($"round {round}, {name,-23}: {cost.ProcessorPerThousand.TotalMilliseconds:0} ms CPU per 1,000 checks, {cost.BytesPerCheck:0} bytes per check, {cost.Checks} checks");
            }

        return Report(costs[0], costs[1]);
    }

    private static int Report(List<Cost> bare, List<Cost> probe)
    {
        var ratio = Median(probe, cost => cost.ProcessorPerThousand.TotalMilliseconds) / Median(bare, cost => cost.ProcessorPerThousand.TotalMilliseconds);
        Write($"median CPU per 1,000 checks: bare {Median(bare, cost => cost.ProcessorPerThousand.TotalMilliseconds):0} ms, probe {Median(probe, cost => cost.ProcessorPerThousand.TotalMilliseconds):0} ms, ratio {ratio:0.00}");
        Write($"median allocation per check: bare {Median(bare, cost => cost.BytesPerCheck):0} bytes, probe {Median(probe, cost => cost.BytesPerCheck):0} bytes");
        if (ratio <= HighestRatio)
            return 0;
        Write($"PROMISE BROKEN: the probe costs at most {HighestRatio} times the bare client");
        return 1;
    }

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

    private static async Task AskAsync(HttpMessageInvoker bare, Uri uri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, uri);
        using var response = await bare.SendAsync(request, CancellationToken.None);
        if ((int)response.StatusCode != 200)
            throw new InvalidOperationException($"The target answered {response.StatusCode}.");
    }

    private static async Task LookAsync(IWebsiteProbe probe, WebsiteUrl url)
    {
        var result = await probe.LookAsync(new CheckRequest(url, null, CheckMethod.Head), CancellationToken.None);
        if (result.StatusCode != 200)
            throw new InvalidOperationException($"The probe saw {result.Failure}: {result.Detail}.");
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

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Cost(int Checks, TimeSpan ProcessorPerThousand, double BytesPerCheck);
}
