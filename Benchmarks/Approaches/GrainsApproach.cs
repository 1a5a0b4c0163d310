using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The sixth approach is the product: each website is a grain, and two silos share the grains. Everything that a check comes with is on.</summary>
internal static class GrainsApproach
{
    private const int Silos = 2;

    /// <param name="urls">What to look at. It is registered before; that is not part of the time.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<ApproachResult> RunAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        await using var database = await LoadDatabase.OpenAsync("postgres");
        var silos = Enumerable.Range(0, Silos).Select(_ => new SiloUnderLoad(database.ConnectionString, "--Checks:DefaultInterval=1.00:00:00")).ToArray();
        try
        {
            await Task.WhenAll(silos.Select(silo => silo.StartAsync(cancellationToken)));
            var websites = urls.Select(WebsiteUrl.Parse).ToArray();
            var grains = websites.Select(silos[0].Website).ToArray();
            await Parallel.ForEachAsync(websites.Zip(grains), cancellationToken, async (website, _) =>
                await website.Second.RegisterAsync(OwnerId.Default, website.First, new WebsiteChanges { Timeout = Work.Patience }));
            var processor = silos.Sum(silo => silo.Processor.TotalSeconds);
            var began = TimeProvider.System.GetTimestamp();
            var answers = await Task.WhenAll(grains.Select(grain => grain.CheckNowAsync()));
            var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            return new ApproachResult(
                seconds, silos.Sum(silo => silo.Processor.TotalSeconds) - processor, silos.Sum(silo => silo.PeakMemory), answers.Count(answer => answer?.Standing == Standing.Up));
        }
        finally
        {
            foreach (var silo in silos)
                await silo.DisposeAsync();
        }
    }
}
