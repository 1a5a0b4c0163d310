using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Takes a website off a status page.</summary>
internal sealed class PageWebsiteRemoveCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    public PageWebsiteRemoveCommand()
        : base("remove", "Take a website off a status page. It is watched as before.", "squirrel page website remove shop https://shop.example")
    {
        Add(page);
        Add(website);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, reference) = (call.Get(page)!, call.Get(website)!);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var found = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, call.NamedOwner(owner), cancellationToken);
        var id = new WebsiteId(found.GetPrimaryKey());
        if ((await PageCall.GetAsync(cluster, slug, cancellationToken)).Settings.Groups.All(group => group.Websites.All(one => one.Id != id)))
            throw new CallerMistakeException($"{reference} was not put on the status page '{slug}' by itself: 'squirrel page show {slug}' shows what is on it, and by which rule.");
        return await PageCall.ChangeAsync(call, cluster, slug, settings => PageEdits.Take(settings, id), $"{reference} is not on the status page '{slug}' any more.", cancellationToken);
    }
}
