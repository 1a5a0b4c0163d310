using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites;
using UptimeSquirrel.Sites.Writing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Exporting;

/// <summary>Everything as a file that <c>squirrel apply</c> reads.</summary>
internal static class YamlExport
{
    private const int AtOnce = 64;

    public static async Task<string> TextAsync(
        ICluster cluster, IReadOnlyList<WebsiteStatus> websites, IReadOnlyList<(OwnerStatus Status, IReadOnlyList<PlannedMaintenance> Windows)> owners, CancellationToken cancellationToken)
    {
        var all = new (WebsiteStatus Status, WebsiteSettings Usual)[websites.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Length), options, async (i, cancellation) =>
        {
            // What it would be if nothing were said about it: so much need not be written.
            var website = websites[i];
            var preview = await cluster.AskAsync(
                grains => grains.GetGrain<IWebsiteGrain>(website.Id.Value).PreviewAsync(website.Owner, website.Url, new WebsiteChanges { IsWhole = true }), cancellation);
            all[i] = (website with { Settings = preview.Present ?? website.Settings }, preview.Settings ?? website.Settings);
        });
        var kinds = await cluster.AskAsync(grains => grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync(), cancellationToken);
        return new SitesWriter(kinds).Write(owners, all);
    }
}
