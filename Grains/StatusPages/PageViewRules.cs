using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>What visitors of a page may know of what is known. Nothing else leaves.</summary>
internal static class PageViewRules
{
    /// <summary>How far back outages and how far ahead maintenance is shown.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    private const int MostOutages = 100;
    private const int MostMaintenance = 50;

    public static StatusPageView Write(PageMaterial material)
    {
        var (page, now) = (material.Page, material.Now);
        var shown = material.Chosen.Where(chosen => material.Known.ContainsKey(chosen.Id)).ToList();
        var first = shown.DistinctBy(chosen => chosen.Id).ToList();
        return new StatusPageView
        {
            Slug = page.Slug,
            Settings = page.Settings,
            Announcements = page.Announcements,
            PasswordMark = page.PasswordMark,
            AsOf = now,
            Groups =
            [
                .. page.Settings.Groups.Select((group, index) => new GroupView(
                    group.Name, [.. shown.Where(chosen => chosen.Group == index).Select(chosen => Website(chosen, material))])),
            ],
            Outages = page.Settings.Parts.Incidents ? Outages(first, material) : [],
            Maintenance = page.Settings.Parts.Maintenance ? Maintenance(first, material) : [],
        };
    }

    private static PublicWebsite Website(ChosenWebsite chosen, PageMaterial material)
    {
        var (status, watched, planned) = material.Known[chosen.Id];
        var (settings, now) = (material.Page.Settings, material.Now);
        var zone = settings.FindZone();
        var website = new PublicWebsite
        {
            Key = Key(chosen.Id, material),
            Name = Name(chosen, status),
            Address = chosen.ShowsAddress ? status.Url.Text : null,
            Standing = status.Standing,
            Since = status.Since,
            IsInMaintenance = planned.Any(span => span.From <= now && span.To > now),
            Latency = settings.Parts.Latency ? status.LastCheck?.Latency : null,
        };
        if (!settings.Parts.Uptime)
            return website;
        return website with
        {
            Days = PageDayMath.Days(watched, StatusPageView.Days, zone, now),
            Uptime = UptimeMath.Share(watched, PageDayMath.Since(StatusPageView.Days, zone, now), now),
            UptimeOfDay = UptimeMath.Share(watched, now.AddDays(-1), now),
            UptimeOfWeek = UptimeMath.Share(watched, now.AddDays(-7), now),
            UptimeOfMonth = UptimeMath.Share(watched, now.AddDays(-30), now),
        };
    }

    // An outage in maintenance is what was announced. One that lasts when the maintenance is over counts from its beginning.
    private static IReadOnlyList<OutageView> Outages(IReadOnlyList<ChosenWebsite> chosen, PageMaterial material) =>
    [
        .. chosen.SelectMany(one => material.Known[one.Id].Watched.Incidents.Where(incident => IsNews(incident, material.Known[one.Id], material.Now)).Select(incident => new OutageView(
                PageKeyRules.Of(material.Page.Salt, incident.Id), Key(one.Id, material), Name(one, material.Known[one.Id].Status), incident.StartedAt, incident.EndedAt)))
            .OrderByDescending(outage => outage.To is null).ThenByDescending(outage => outage.From).ThenBy(outage => outage.Key, StringComparer.Ordinal).Take(MostOutages),
    ];

    private static bool IsNews(Incident incident, KnownWebsite website, DateTimeOffset now) =>
        !(incident.EndedAt < now - Horizon) &&
        !website.Watched.Maintenance.Any(span => span.From <= incident.StartedAt && span.To >= (incident.EndedAt ?? now)) &&
        !(incident.IsDuringMaintenance && incident.EndedAt is not null);

    private static IReadOnlyList<MaintenanceView> Maintenance(IReadOnlyList<ChosenWebsite> chosen, PageMaterial material) =>
    [
        .. chosen.SelectMany(one => material.Known[one.Id].Planned.Where(span => span.To > material.Now && span.From < material.Now + Horizon)
                .Select(span => (span.From, span.To, Name: Name(one, material.Known[one.Id].Status))))
            .GroupBy(planned => (planned.From, planned.To))
            .OrderBy(planned => planned.Key.From).ThenBy(planned => planned.Key.To)
            .Select(planned => new MaintenanceView(planned.Key.From, planned.Key.To, [.. planned.Select(one => one.Name).Distinct()]))
            .Take(MostMaintenance),
    ];

    // A website that nobody gave a name is called by its host: which is an address.
    private static string Name(ChosenWebsite chosen, WebsiteStatus status) => chosen.ShownName.Length > 0 ? chosen.ShownName : status.Settings.Name;

    private static string Key(WebsiteId website, PageMaterial material) => PageKeyRules.Of(material.Page.Salt, website.ToString());
}
