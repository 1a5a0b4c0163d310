using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Keeps the list of all status pages, and sees to it that no two have the same domain.</summary>
[GrainType("status-pages")]
internal sealed class StatusPagesGrain([PersistentState("status-pages", StorageNames.Grains)] IPersistentState<StatusPagesState> stored, OwnHosts hosts) : Grain, IStatusPagesGrain
{
    // A setting may say later that a page's domain is the installation's own: then it is the page's no more.
    public Task<IReadOnlyList<StatusPageSummary>> ListAsync() =>
        Task.FromResult<IReadOnlyList<StatusPageSummary>>([.. stored.State.Pages.Select(page => hosts.Have(page.Domain) ? page with { Domain = null } : page)]);

    public async Task<SettingProblem?> NoteAsync(StatusPageSummary page)
    {
        var others = stored.State.Pages.Where(other => other.Slug != page.Slug).ToList();
        if (page.Domain is not null && others.Find(other => other.Domain == page.Domain) is { } taken)
            return new SettingProblem("domain", $"The domain {page.Domain} shows the status page '{taken.Slug}' already: expected one that no other page has.");
        if (others.Count >= IStatusPagesGrain.MaximumPages)
            return new SettingProblem("slug", $"There are {others.Count} status pages already: expected at most {IStatusPagesGrain.MaximumPages}. Remove one first.");
        if (!stored.State.Pages.Contains(page))
            await WriteAsync([.. others.Append(page).OrderBy(other => other.Slug.Text, StringComparer.Ordinal)]);
        return null;
    }

    public async Task ForgetAsync(StatusPageSlug slug)
    {
        if (stored.State.Pages.Any(page => page.Slug == slug))
            await WriteAsync([.. stored.State.Pages.Where(page => page.Slug != slug)]);
    }

    private async Task WriteAsync(IReadOnlyList<StatusPageSummary> pages)
    {
        var before = stored.State.Pages;
        stored.State.Pages = pages;
        await this.StoreAsync(stored, () => stored.State.Pages = before);
    }
}

/// <summary>What the list of status pages is in the database.</summary>
internal sealed class StatusPagesState
{
    public IReadOnlyList<StatusPageSummary> Pages { get; set; } = [];
}
