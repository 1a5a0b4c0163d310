using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Puts a website on a status page.</summary>
internal sealed class PageWebsiteAddCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<string?> group = new("--group") { HelpName = "HEADING", Description = "Under which heading; a new one is put at the end. Else the first." };
    private readonly Option<string?> name = new("--name") { HelpName = "TEXT", Description = "What visitors call it; else its own name, which is its host when nobody gave it one." };
    private readonly Option<bool> address = new("--show-address") { Description = "Visitors see its address, too." };
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    public PageWebsiteAddCommand()
        : base(
            "add",
            "Put a website on a status page, at the end of a group. One that is there already is moved and named anew.",
            "squirrel page website add shop https://shop.example --name Checkout",
            "squirrel page website add shop tcp://db.intern:5432 --name 'Stock list' --group Internal")
    {
        Add(page);
        Add(website);
        Add(group);
        Add(name);
        Add(address);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, reference) = (call.Get(page)!, call.Get(website)!);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var found = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, call.NamedOwner(owner), cancellationToken);
        var status = await cluster.AskAsync(_ => found.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, call.NamedOwner(owner));
        var shown = new PageWebsite(new WebsiteId(found.GetPrimaryKey()), call.Get(name) ?? "", call.Get(address));
        var stranger = (await PageCall.GetAsync(cluster, slug, cancellationToken)).Settings.Owner is { } only && only != status.Owner ? only : null;
        if (stranger is not null)
            throw new CallerMistakeException($"The status page '{slug}' shows websites of the owner '{stranger}' only, and {status.Url} is '{status.Owner}'s.");
        return await PageCall.ChangeAsync(
            call, cluster, slug, settings => PageEdits.Put(settings, call.Get(group), shown), $"{status.Url} is on the status page '{slug}' as '{(shown.ShownName.Length > 0 ? shown.ShownName : status.Settings.Name)}'.",
            cancellationToken);
    }
}
