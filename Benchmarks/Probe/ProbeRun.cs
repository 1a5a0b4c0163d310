using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>What the probe costs beside the bare HTTP client it is built on.</summary>
internal static class ProbeRun
{
    private const double HighestRatio = 1.3;
    private const int Addresses = 16;

    public static async Task<int> RunAsync(int perSecond, TimeSpan length, int rounds, CancellationToken cancellationToken)
    {
        using var target = await ProbeTargetProcess.StartAsync(Addresses, hangs: false);
        var urls = Enumerable.Range(0, 1000).Select(number => WebsiteUrl.Parse(target.Url(number))).ToArray();
        var uris = urls.Select(url => url.ToUri()).ToArray();
        var probe = WebsiteProbe.Create(new ProbeOptions { AllowEveryAddress = true, MaximumPerAddress = 1000 }, TimeProvider.System);
        using var bare = BareClient.Create();
        using var connections = probe as IDisposable;

        var costs = await Turns.TakeAsync(
            [("bare SocketsHttpHandler", number => Turns.AskAsync(bare, uris[number % uris.Length])), ("probe", number => Turns.LookAsync(probe, urls[number % urls.Length]))],
            perSecond, TimeSpan.FromSeconds(5), length, rounds, cancellationToken);
        return Report(costs[0], costs[1]);
    }

    private static int Report(List<Turns.Cost> bare, List<Turns.Cost> probe)
    {
        var ratio = Turns.MedianProcessor(probe) / Turns.MedianProcessor(bare);
        Turns.Write($"median CPU per 1,000 checks: bare {Turns.MedianProcessor(bare):0} ms, probe {Turns.MedianProcessor(probe):0} ms, ratio {ratio:0.00}");
        Turns.Write($"median allocation per check: bare {Turns.MedianBytes(bare):0} bytes, probe {Turns.MedianBytes(probe):0} bytes");
        if (ratio <= HighestRatio)
            return 0;
        Turns.Write($"PROMISE BROKEN: the probe costs at most {HighestRatio} times the bare client");
        return 1;
    }
}
