using UptimeSquirrel.History;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>Does something to many websites, some of them at a time, and goes on where one of them fails.</summary>
internal sealed class BulkWork(FrontDesk desk)
{
    private const int AtOnce = 16;
    private const int PageSize = 500;

    private int _done;
    private int _failed;

    public int Done => _done;
    public int Failed => _failed;

    /// <summary>To these websites.</summary>
    public Task RunAsync(BulkAction action, IEnumerable<WebsiteStatus> websites, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        websites, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (website, _) => await ActAsync(action, website));

    /// <summary>To all websites that match, on all pages.</summary>
    public async Task RunAsync(BulkAction action, CatalogQuery query, CancellationToken cancellationToken)
    {
        // By address, because what is done may change every other order on the way.
        var next = query with { Order = CatalogOrder.Address, IsReversed = false, After = null, Limit = PageSize };
        while (true)
        {
            var page = await desk.Grains.GetGrain<ICatalogGrain>(0).FindAsync(next);
            await RunAsync(action, page.Websites, cancellationToken);
            if (page.Next is null)
                return;
            next = next with { After = page.Next };
        }
    }

    private async Task ActAsync(BulkAction action, WebsiteStatus website)
    {
        try
        {
            var isThere = await desk.ChangeAsync(website.Owner, action.What, website.Url.Text, () => action.ActAsync(desk.Grains.GetGrain<IWebsiteGrain>(website.Id.Value), website));
            Interlocked.Increment(ref isThere ? ref _done : ref _failed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            desk.Explain(exception);
            Interlocked.Increment(ref _failed);
        }
    }
}
