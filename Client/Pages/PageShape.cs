using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>A status page in a list, in JSON. A contract: fields are only ever added.</summary>
internal sealed record PageSummaryShape(string Page, string Title, string? Domain, string? Owner, bool HasPassword)
{
    public static PageSummaryShape Of(StatusPageSummary page) => new(page.Slug.Text, page.Title, page.Domain, page.Owner?.Text, page.HasPassword);
}

/// <summary>A status page in JSON. A contract: fields are only ever added.</summary>
internal sealed record PageShape(
    string Page, string Title, string Description, string? Domain, string? Owner, string Zone, string Language, bool HasPassword, long Version,
    IReadOnlyList<string> Parts, IReadOnlyList<PageGroupShape> Groups, IReadOnlyList<PageAnnouncementShape> Announcements)
{
    public static PageShape Of(StatusPage page) => new(
        page.Slug.Text, page.Settings.Title, page.Settings.Description, page.Settings.Domain, page.Settings.Owner?.Text, page.Settings.Zone,
        page.Settings.Language == PageLanguage.German ? "de" : "en", page.PasswordMark is not null, page.Version, [.. PartsOf(page.Settings.Parts)],
        [.. page.Settings.Groups.Select(group => new PageGroupShape(
            group.Name, group.Tag, group.OfOwner?.Text, [.. group.Websites.Select(website => new PageWebsiteShape(website.Id.ToString(), website.ShownName, website.ShowsAddress))]))],
        [.. page.Announcements.Select(one => new PageAnnouncementShape(
            one.Id, one.Kind.ToString().ToLowerInvariant(), one.Title, one.At, one.From, one.To, one.ResolvedAt, [.. one.Updates.Select(update => new PageUpdateShape(update.At, update.Text))]))]);

    private static IEnumerable<string> PartsOf(PageParts parts) => new[]
    {
        ("uptime", parts.Uptime), ("incidents", parts.Incidents), ("maintenance", parts.Maintenance), ("latency", parts.Latency), ("badges", parts.Badges), ("indexing", parts.Indexing), ("subscription", parts.Subscription),
    }.Where(part => part.Item2).Select(part => part.Item1);
}

/// <summary>A group of a status page in JSON.</summary>
internal sealed record PageGroupShape(string Heading, string? Tag, string? OfOwner, IReadOnlyList<PageWebsiteShape> Websites);

/// <summary>A website on a status page in JSON.</summary>
internal sealed record PageWebsiteShape(string Id, string Name, bool ShowsAddress);

/// <summary>An announcement in JSON.</summary>
internal sealed record PageAnnouncementShape(
    string Id, string Kind, string Title, DateTimeOffset At, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? ResolvedAt, IReadOnlyList<PageUpdateShape> Updates);

/// <summary>What was said under an announcement, in JSON.</summary>
internal sealed record PageUpdateShape(DateTimeOffset At, string Text);
