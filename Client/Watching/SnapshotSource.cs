using System.Runtime.CompilerServices;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Watching;

/// <summary>Takes a snapshot every two seconds. A silo that goes away for a while does not end it.</summary>
internal sealed class SnapshotSource(ClusterConnection cluster, OwnerId? owner, TimeProvider clock)
{
    private const int TroubledWebsites = 50;
    private const int LatestIncidents = 100;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Each snapshot, or why there is none this time.</summary>
    public async IAsyncEnumerable<(Snapshot? Snapshot, string? Problem)> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            yield return await TakeOneAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<(Snapshot? Snapshot, string? Problem)> TakeOneAsync(CancellationToken cancellationToken)
    {
        try
        {
            var counts = cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).CountAsync(owner), cancellationToken);
            var down = FindAsync(Standing.Down, cancellationToken);
            var suspect = FindAsync(Standing.Suspect, cancellationToken);
            var latest = cluster.AskAsync(grains => grains.GetGrain<IHistoryGrain>(0).GetLatestIncidentsAsync(owner, LatestIncidents), cancellationToken);
            await Task.WhenAll(counts, down, suspect, latest);
            return (new Snapshot(clock.GetUtcNow(), await counts, [.. await down, .. await suspect], await latest), null);
        }
        catch (ClusterUnreachableException exception)
        {
            return (null, exception.Message);
        }
    }

    private async Task<IReadOnlyList<WebsiteStatus>> FindAsync(Standing standing, CancellationToken cancellationToken)
    {
        var query = new CatalogQuery { Owner = owner, Standing = standing, Limit = TroubledWebsites };
        return (await cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).FindAsync(query), cancellationToken)).Websites;
    }
}
