using System.Diagnostics.Metrics;
using UptimeSquirrel.Cluster;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.History;
using UptimeSquirrel.Silo.Cluster;
using UptimeSquirrel.Silo.Starting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary>
/// Metrics of the whole cluster, and of single websites where that is wanted. One silo at a time has them, so that nobody counts them twice; they are
/// read every 15 seconds, and not for each scrape.
/// </summary>
internal sealed partial class ClusterFigures : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(15);

    private readonly Turn _turn;
    private readonly TelemetryOptions _options;
    private readonly IGrainFactory _grains;
    private readonly IHostApplicationLifetime _life;
    private readonly TimeProvider _clock;
    private readonly ILogger<ClusterFigures> _logger;
    private volatile Snapshot? _latest;

    public ClusterFigures(TelemetryOptions options, IMeterFactory meters, IGrainFactory grains, IDatabaseWatch database, IHostApplicationLifetime life, TimeProvider clock, ILogger<ClusterFigures> logger)
    {
        (_options, _grains, _life, _clock, _logger) = (options, grains, life, clock, logger);
        _turn = new Turn(grains, "cluster metrics", TimeSpan.FromSeconds(45));
        var meter = meters.Create("UptimeSquirrel");
        meter.CreateObservableGauge("uptime.database.away", () => database.IsAway ? 1 : 0, description: "1 while this silo has no database: checks and alerts go on.");
        meter.CreateObservableGauge("uptime.cluster.websites", Standings, "{website}", "Websites of the cluster by standing. From one silo at a time.");
        meter.CreateObservableGauge("uptime.cluster.silos", () => Latest<int>(latest => [new Measurement<int>(latest.Silos)]), "{silo}", "Silos that take part. From one silo at a time.");
        meter.CreateObservableGauge("uptime.website.up", () => PerWebsite(status => status.Standing is Standing.Down ? 0 : 1), description: "0 while a website is down, 1 while it is not. From one silo at a time.");
        meter.CreateObservableGauge("uptime.website.latency", () => PerWebsite(status => status.LastCheck?.Latency.TotalSeconds ?? 0), "s", "How long the last look at a website took. From one silo at a time.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _life.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _latest = await _turn.TryTakeAsync() ? await ReadAsync() : null;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Old figures would be lies: there are none until there are new ones.
                _latest = null;
                LogNoFigures(e.Message);
            }
            await Task.Delay(_every, _clock, stoppingToken);
        }
    }

    private async Task<Snapshot> ReadAsync()
    {
        var catalog = _grains.GetGrain<ICatalogGrain>(0);
        var counts = await catalog.CountAsync(owner: null);
        var silos = await _grains.GetGrain<IClusterGrain>(0).GetSilosAsync();
        var websites = new List<WebsiteStatus>();
        for (string? after = null; websites.Count < _options.Websites;)
        {
            var query = new CatalogQuery { Tag = _options.WebsiteTag.Length > 0 ? _options.WebsiteTag : null, After = after, Limit = Math.Min(CatalogQuery.MaximumLimit, _options.Websites - websites.Count) };
            var page = await catalog.FindAsync(query);
            websites.AddRange(page.Websites.Where(website => website.Standing is not (Standing.Paused or Standing.Pending)));
            if ((after = page.Next) is null)
                break;
        }
        return new Snapshot(counts, silos.Silos.Count, websites);
    }

    private IEnumerable<Measurement<int>> Standings() => Latest<int>(latest =>
    [
        Of("pending", latest.Counts.Pending), Of("up", latest.Counts.Up), Of("suspect", latest.Counts.Suspect), Of("down", latest.Counts.Down), Of("paused", latest.Counts.Paused),
    ]);

    private static Measurement<int> Of(string standing, int count) => new(count, new KeyValuePair<string, object?>("standing", standing));

    private IEnumerable<Measurement<T>> PerWebsite<T>(Func<WebsiteStatus, T> value)
        where T : struct => Latest<T>(latest => latest.Websites.Select(website => new Measurement<T>(
            value(website), new KeyValuePair<string, object?>("url", website.Url.Text), new KeyValuePair<string, object?>("owner", website.Owner.Text), new KeyValuePair<string, object?>("name", website.Settings.Name))));

    private IEnumerable<Measurement<T>> Latest<T>(Func<Snapshot, IEnumerable<Measurement<T>>> measure)
        where T : struct => _latest is { } latest ? measure(latest) : [];

    [LoggerMessage(4410, LogLevel.Warning, "There are no metrics of the cluster for the moment: {Reason}")]
    private partial void LogNoFigures(string reason);

    private sealed record Snapshot(StandingCounts Counts, int Silos, IReadOnlyList<WebsiteStatus> Websites);
}
