using System.Globalization;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Cluster;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Pages;

/// <summary>Asks a silo what the pages of the dashboard ask it, with many websites in the database. In the silo itself the way there is shorter.</summary>
internal static class PagesRun
{
    private const int WarmUps = 5;
    private static readonly WebsiteUrl _one = WebsiteUrl.Parse("https://with-a-past.example/");

    public static async Task<int> RunAsync(PagesPlan plan, CancellationToken cancellationToken)
    {
        await using var silo = new SiloUnderLoad(plan.Database);
        await silo.StartAsync(cancellationToken);
        var website = WebsiteId.From(OwnerId.Default, _one);
        await silo.Website(_one).RegisterAsync(OwnerId.Default, _one, new WebsiteChanges { Interval = TimeSpan.FromHours(24) });
        await ManyWebsites.AddAsync(plan.Database, plan.Websites, website, cancellationToken);

        var catalog = silo.Grains.GetGrain<ICatalogGrain>(0);
        var all = new CatalogQuery { Order = CatalogOrder.Worst, Limit = 50 };
        (string Page, int Limit, Func<Task> Ask)[] pages =
        [
            ("overview", 300, () => OverviewAsync(silo.Grains)),
            ("list, worst first", 300, () => ListAsync(catalog, all)),
            ("list, by name", 300, () => ListAsync(catalog, all with { Order = CatalogOrder.Name })),
            ("search for what nothing has", 200, () => ListAsync(catalog, all with { Search = "no such thing" })),
            ("search for what everything has", 200, () => ListAsync(catalog, all with { Search = "site" })),
            ("search for what ten have", 200, () => ListAsync(catalog, all with { Search = "site-9999" })),
            ("one website", 200, () => WebsiteAsync(silo.Grains, website)),
        ];
        var isKept = true;
        foreach (var (page, limit, ask) in pages)
        {
            var took = await MeasureAsync(ask, plan.Times);
            var median = took[took.Length / 2].TotalMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-32} median {median,6:0.0} ms, worst {took[^1].TotalMilliseconds,6:0.0} ms, promised {limit} ms"));
            isKept &= median < limit;
        }
        if (!isKept)
            Console.WriteLine("PROMISE BROKEN: a page takes longer than it may");
        return isKept ? 0 : 1;
    }

    private static async Task<TimeSpan[]> MeasureAsync(Func<Task> ask, int times)
    {
        for (var i = 0; i < WarmUps; i++)
            await ask();
        var took = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await ask();
            took.Add(TimeProvider.System.GetElapsedTime(began));
        }
        return [.. took.Order()];
    }

    // As Web/Dashboard/Overview does.
    private static Task OverviewAsync(IGrainFactory grains)
    {
        var (catalog, history) = (grains.GetGrain<ICatalogGrain>(0), grains.GetGrain<IHistoryGrain>(0));
        return Task.WhenAll(
            catalog.CountAsync(null),
            catalog.FindAsync(new CatalogQuery { Standing = Standing.Down, Limit = 50 }),
            catalog.FindAsync(new CatalogQuery { Standing = Standing.Suspect, Limit = 50 }),
            history.GetLatestIncidentsAsync(null, 8),
            grains.GetGrain<IClusterGrain>(0).GetSilosAsync());
    }

    // As Web/Dashboard/Websites does.
    private static Task ListAsync(ICatalogGrain catalog, CatalogQuery query) => Task.WhenAll(catalog.CountMatchesAsync(query), catalog.FindAsync(query));

    // As Web/Dashboard/Website does when it is opened.
    private static async Task WebsiteAsync(IGrainFactory grains, WebsiteId website)
    {
        var history = grains.GetGrain<IHistoryGrain>(0);
        await grains.GetGrain<IWebsiteGrain>(website.Value).GetStatusAsync();
        await Task.WhenAll(
            history.GetUptimeAsync(website),
            history.GetDaysAsync(website, 90),
            history.GetLatencyAsync(website, LatencyWindow.Day),
            history.FindIncidentsAsync(new IncidentQuery { Website = website, Limit = 20 }),
            history.FindChecksAsync(new HistoryQuery { Website = website, Since = DateTimeOffset.UnixEpoch, Limit = 15 }));
    }
}
