using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>Lists that come in pages, to their ends.</summary>
internal static class Everything
{
    public static async Task<List<WebsiteStatus>> WatchedForAsync(ICluster cluster, OwnerId? owner, CancellationToken cancellationToken)
    {
        var websites = new List<WebsiteStatus>();
        string? after = null;
        do
        {
            var query = new CatalogQuery { Owner = owner, After = after, Limit = CatalogQuery.MaximumLimit };
            var page = await cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).FindAsync(query), cancellationToken);
            websites.AddRange(page.Websites);
            after = page.Next;
        }
        while (after is not null);
        return websites;
    }
}
