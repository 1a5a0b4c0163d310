using Orleans.Concurrency;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.History;

[StatelessWorker, GrainType("catalog")]
internal sealed class CatalogGrain(ICatalogStore store) : Grain, ICatalogGrain
{
    public Task<CatalogPage> FindAsync(CatalogQuery query) => store.FindAsync(query, CancellationToken.None);

    public Task<StandingCounts> CountAsync(OwnerId? owner) => store.CountAsync(owner, CancellationToken.None);

    public Task<int> CountMatchesAsync(CatalogQuery query) => store.CountMatchesAsync(query, CancellationToken.None);

    public Task<IReadOnlyList<TagCount>> ListTagsAsync(OwnerId? owner) => store.ListTagsAsync(owner, CancellationToken.None);

    public Task<OwnerPage> FindOwnersAsync(OwnerQuery query) => store.FindOwnersAsync(query, CancellationToken.None);
}
