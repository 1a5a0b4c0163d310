using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.History;

/// <summary>Reads the list of websites; see <see cref="ICatalogGrain"/> for what each answer means.</summary>
public interface ICatalogStore
{
    Task<CatalogPage> FindAsync(CatalogQuery query, CancellationToken cancellationToken);

    Task<StandingCounts> CountAsync(OwnerId? owner, CancellationToken cancellationToken);

    Task<int> CountMatchesAsync(CatalogQuery query, CancellationToken cancellationToken);

    Task<IReadOnlyList<TagCount>> ListTagsAsync(OwnerId? owner, CancellationToken cancellationToken);

    Task<OwnerPage> FindOwnersAsync(OwnerQuery query, CancellationToken cancellationToken);
}
