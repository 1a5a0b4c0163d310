using Orleans.Concurrency;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.History;

[StatelessWorker, GrainType("catalog")]
internal sealed class CatalogGrain(ICatalogStore store) : Grain, ICatalogGrain
{
    public Task<CatalogPage> FindAsync(CatalogQuery query) => store.FindAsync(query, CancellationToken.None);

    public Task<StandingCounts> CountAsync(OwnerId? owner) => store.CountAsync(owner, CancellationToken.None);
}
