using UptimeSquirrel.Cluster;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Overview;

/// <summary>What somebody wants to know first: what is down now, and whether we watch everything else.</summary>
public sealed partial class OverviewPage
{
    private const int MostTroubled = 50;
    private const int LatestIncidents = 8;

    private Seen? _seen;

    private string Title => _seen is { Counts.Down: > 0 and var down } ? L["({0} down) Overview", down] : L["Overview"];

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var owner = await Desk.OnlyOwnerAsync();
        var catalog = Desk.Grains.GetGrain<ICatalogGrain>(0);
        var history = Desk.Grains.GetGrain<IHistoryGrain>(0);
        var counts = catalog.CountAsync(owner);
        var down = catalog.FindAsync(new CatalogQuery { Owner = owner, Standing = Standing.Down, Limit = MostTroubled });
        var suspect = catalog.FindAsync(new CatalogQuery { Owner = owner, Standing = Standing.Suspect, Limit = MostTroubled });
        var incidents = history.GetLatestIncidentsAsync(owner, LatestIncidents);

        // How the installation is doing is nobody's business who sees only their own websites.
        var cluster = owner is null ? Desk.Grains.GetGrain<IClusterGrain>(0).GetSilosAsync() : Task.FromResult<ClusterStatus>(null!);
        _seen = new Seen(await counts, [.. WorstFirst(await down), .. WorstFirst(await suspect)], await incidents, await cluster);
    }

    // Down for longest is worst.
    private static IEnumerable<WebsiteStatus> WorstFirst(CatalogPage page) => page.Websites.OrderBy(website => website.Incident?.StartedAt ?? website.Since);

    private sealed record Seen(StandingCounts Counts, IReadOnlyList<WebsiteStatus> Troubled, IReadOnlyList<Incident> Incidents, ClusterStatus? Cluster)
    {
        public int CountOf(Standing standing) => standing switch
        {
            Standing.Pending => Counts.Pending,
            Standing.Up => Counts.Up,
            Standing.Suspect => Counts.Suspect,
            Standing.Down => Counts.Down,
            _ => Counts.Paused,
        };
    }
}
