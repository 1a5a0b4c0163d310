using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>All status pages.</summary>
internal sealed class PageListCommand() : SquirrelCommand("list", "All status pages.", "squirrel page list")
{
    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var pages = await cluster.AskAsync(grains => grains.GetGrain<IStatusPagesGrain>(0).ListAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<PageSummaryShape>>([.. pages.Select(PageSummaryShape.Of)]);
        else if (pages.Count == 0)
            call.Terminal.Say("There are no status pages: 'squirrel page create NAME --title TITLE' makes one.");
        else
            Table(pages).Write(call.Terminal);
        return ExitCode.Fine;
    }

    private static Listing Table(IReadOnlyList<StatusPageSummary> pages)
    {
        var grid = new Listing(new ListingColumn("PAGE"), new ListingColumn("TITLE") { Shrinks = true }, new ListingColumn("DOMAIN"), new ListingColumn("OWNER"), new ListingColumn("PASSWORD"));
        foreach (var page in pages)
            grid.Add(page.Slug.Text, page.Title, page.Domain ?? "", page.Owner?.Text ?? "", page.HasPassword ? "yes" : "");
        return grid;
    }
}
