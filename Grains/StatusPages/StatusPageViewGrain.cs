using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.StatusPages.Subscribers;
using UptimeSquirrel.History;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Puts together what a page shows, from the read model: a handful of questions, whatever the number of its websites.</summary>
[StatelessWorker, GrainType("status-page-views")]
internal sealed class StatusPageViewGrain(
    IStatusPageStore store,
    ICatalogStore catalog,
    PageHours hours,
    MaintenanceBook maintenance,
    IPageLinks links,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IStatusPageViewGrain
{
    public async Task<StatusPageView?> ViewAsync(StatusPageSlug slug)
    {
        if (await GrainFactory.GetGrain<IStatusPageGrain>(slug.GrainKey).GetAsync() is not { } page)
            return null;
        var now = clock.GetUtcNow();
        var chosen = await ChooseAsync(page.Settings);
        var view = PageViewRules.Write(new PageMaterial(page, chosen, await ReadAsync(page.Settings, [.. chosen.Select(one => one.Id).Distinct()], now), now));
        return view with { TakesSubscribers = page.Settings.Parts.Subscription && links.PageUrl(slug) is not null };
    }

    private async Task<IReadOnlyList<ChosenWebsite>> ChooseAsync(StatusPageSettings settings)
    {
        var all = new List<ChosenWebsite>();
        foreach (var (index, group) in settings.Groups.Index())
        {
            var chosen = group.Websites.Select(website => new ChosenWebsite(index, website.Id, website.ShownName, website.ShowsAddress)).ToList();
            if (group.Tag is not null || group.OfOwner is not null)
            {
                var query = new CatalogQuery { Tag = group.Tag, Owner = group.OfOwner ?? settings.Owner, Limit = StatusPageSettings.MaximumWebsites };
                chosen.AddRange((await catalog.FindAsync(query, CancellationToken.None)).Websites
                    .OrderBy(website => website.Settings.Name, StringComparer.CurrentCultureIgnoreCase)
                    .Select(website => new ChosenWebsite(index, website.Id, ShownName: "", ShowsAddress: false)));
            }

            all.AddRange(chosen.DistinctBy(one => one.Id));
        }

        return [.. all.Take(StatusPageSettings.MaximumWebsites)];
    }

    private async Task<IReadOnlyDictionary<WebsiteId, KnownWebsite>> ReadAsync(StatusPageSettings settings, IReadOnlyList<WebsiteId> ids, DateTimeOffset now)
    {
        if (ids.Count == 0)
            return new Dictionary<WebsiteId, KnownWebsite>();

        // Two days more than are shown, whatever the time zone.
        var since = now.AddDays(-StatusPageView.Days - 2);
        var statuses = await store.FindAsync(ids, CancellationToken.None);
        var incidents = (await store.GetIncidentsAsync(ids, since, CancellationToken.None)).ToLookup(incident => incident.Website);
        var checkedHours = settings.Parts.Uptime ? await hours.ReadAsync(ids, since, now, CancellationToken.None) : null;

        // Whoever edits the page of one owner may have named anybody's websites.
        return statuses.Where(website => settings.Owner is null || website.Status.Owner == settings.Owner).ToDictionary(
            website => website.Status.Id, website => Know(website, checkedHours?[website.Status.Id] ?? [], [.. incidents[website.Status.Id]], since, now));
    }

    private KnownWebsite Know(PageWebsiteStatus website, IReadOnlyList<DateTimeOffset> checkedHours, IReadOnlyList<Incident> incidents, DateTimeOffset since, DateTimeOffset now)
    {
        var (status, registeredAt) = website;
        var past = UptimeMath.Merge(maintenance.Spans(status.Owner, status.Url, status.Settings.Tags, since, now));
        return new KnownWebsite(
            status,
            new Watched(registeredAt, status.Settings.Interval, checkedHours, incidents) { Maintenance = past },
            maintenance.Spans(status.Owner, status.Url, status.Settings.Tags, now, now + PageViewRules.Horizon));
    }
}
