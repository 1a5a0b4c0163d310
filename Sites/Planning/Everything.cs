using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>Lists that come in pages, to their ends.</summary>
internal static class Everything
{
    /// <summary>The websites that match, at most so many.</summary>
    public static async Task<List<WebsiteStatus>> FindAsync(ICluster cluster, CatalogQuery query, int limit, CancellationToken cancellationToken)
    {
        var websites = new List<WebsiteStatus>();
        string? after = null;
        do
        {
            var page = query with { After = after, Limit = Math.Min(limit - websites.Count, CatalogQuery.MaximumLimit) };
            var answer = await cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).FindAsync(page), cancellationToken);
            websites.AddRange(answer.Websites);
            after = answer.Next;
        }
        while (after is not null && websites.Count < limit);
        return websites;
    }

    /// <summary>The owners there are, also those who have no website yet but can be told; or one of them.</summary>
    public static async Task<List<OwnerId>> OwnersAsync(ICluster cluster, OwnerId? only, CancellationToken cancellationToken)
    {
        var owners = new List<OwnerId>();
        string? after = null;
        do
        {
            var query = new OwnerQuery { Only = only, After = after, Limit = OwnerQuery.MaximumLimit };
            var page = await cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).FindOwnersAsync(query), cancellationToken);
            owners.AddRange(page.Owners.Select(found => found.Id));
            after = page.Next;
        }
        while (after is not null);
        return owners;
    }
}
