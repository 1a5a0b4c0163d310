using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Finds the one website a caller means.</summary>
internal sealed class WebsiteFinder(ClusterConnection cluster, TimeProvider clock)
{
    // The catalog is about a second behind: what was registered just now is found at the second look.
    private static readonly TimeSpan CatalogLag = TimeSpan.FromSeconds(1.5);

    /// <exception cref="CallerMistakeException">None, or several.</exception>
    public async Task<IWebsiteGrain> FindAsync(WebsiteReference reference, OwnerId? owner, CancellationToken cancellationToken) =>
        cluster.Grains.GetGrain<IWebsiteGrain>((await IdOfAsync(reference, owner, cancellationToken)).Value);

    public static CallerMistakeException NotWatched(WebsiteReference reference, OwnerId? owner)
    {
        var whose = owner is null ? "" : $" for the owner '{owner}'";
        return reference.Url is null
            ? new($"No website with the id {reference} is watched: 'squirrel list --json' shows the ids.")
            : new($"{reference} is not watched{whose}: 'squirrel add {reference}' changes that.");
    }

    private async Task<WebsiteId> IdOfAsync(WebsiteReference reference, OwnerId? owner, CancellationToken cancellationToken)
    {
        if (reference.Id is { } id)
            return id;
        var url = reference.Url!;
        if (owner is not null)
            return WebsiteId.From(owner, url);

        var found = await FindInCatalogAsync(url, cancellationToken);
        if (found.Count == 0)
        {
            var byDefault = WebsiteId.From(OwnerId.Default, url);
            if (await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(byDefault.Value).GetStatusAsync(), cancellationToken) is not null)
                return byDefault;
            await Task.Delay(CatalogLag, clock, cancellationToken);
            found = await FindInCatalogAsync(url, cancellationToken);
        }
        return found.Count switch
        {
            0 => throw NotWatched(reference, owner: null),
            1 => found[0].Id,
            _ => throw new CallerMistakeException(
                $"{url} is watched for several owners: say which with --owner {string.Join(" or --owner ", found.Select(website => website.Owner.Text))}."),
        };
    }

    private async Task<IReadOnlyList<WebsiteStatus>> FindInCatalogAsync(WebsiteUrl url, CancellationToken cancellationToken)
    {
        var query = new CatalogQuery { Url = url, Limit = 20 };
        return (await cluster.AskAsync(grains => grains.GetGrain<ICatalogGrain>(0).FindAsync(query), cancellationToken)).Websites;
    }
}
