using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>A status page for programs.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Write(StatusPageView view, bool isStale)
    {
        var state = PageState.Of(view);
        return JsonSerializer.SerializeToUtf8Bytes(
            new PageShape(
                view.Slug.Text, view.Settings.Title, view.Settings.Description, state.Overall, PageText.Of(view.Settings).Overall(state), view.AsOf.UtcDateTime, isStale, view.Settings.Zone,
                [.. view.Groups.Select(group => new GroupShape(group.Name, [.. group.Websites.Select(Website)]))],
                [.. view.Outages.Select(outage => new OutageShape(outage.Key, outage.Website, outage.Name, outage.From.UtcDateTime, outage.To?.UtcDateTime))],
                [.. view.Maintenance.Select(maintenance => new MaintenanceShape(maintenance.From.UtcDateTime, maintenance.To.UtcDateTime, maintenance.Names))],
                [.. view.Announcements.Select(Announcement)]),
            _options);
    }

    private static WebsiteShape Website(PublicWebsite website) => new(
        website.Key, website.Name, website.Address, PageState.Of(website), website.Since.UtcDateTime, website.Latency?.TotalMilliseconds,
        website.Uptime, website.UptimeOfDay, website.UptimeOfWeek, website.UptimeOfMonth,
        [.. website.Days.Select(day => new DayShape(day.Day, day.Uptime, (long)day.Down.TotalSeconds))]);

    private static AnnouncementShape Announcement(Announcement announcement) => new(
        announcement.Id, announcement.Kind, announcement.Title, announcement.At.UtcDateTime, announcement.From?.UtcDateTime, announcement.To?.UtcDateTime,
        announcement.ResolvedAt?.UtcDateTime, [.. announcement.Updates.Select(update => new UpdateShape(update.At.UtcDateTime, update.Text))]);

    private sealed record PageShape(
        string Page, string Title, string Description, OverallState State, string Summary, DateTime AsOf, bool Stale, string Zone, IReadOnlyList<GroupShape> Groups,
        IReadOnlyList<OutageShape> Outages, IReadOnlyList<MaintenanceShape> Maintenance, IReadOnlyList<AnnouncementShape> Announcements);

    private sealed record GroupShape(string Name, IReadOnlyList<WebsiteShape> Websites);

    private sealed record WebsiteShape(
        string Key, string Name, string? Address, WebsiteState State, DateTime Since, double? LatencyMs, double? Uptime90d, double? Uptime24h, double? Uptime7d, double? Uptime30d,
        IReadOnlyList<DayShape> Days);

    private sealed record DayShape(DateOnly Day, double? Uptime, long DownSeconds);

    private sealed record OutageShape(string Key, string Website, string Name, DateTime From, DateTime? To);

    private sealed record MaintenanceShape(DateTime From, DateTime To, IReadOnlyList<string> Names);

    private sealed record AnnouncementShape(
        string Id, AnnouncementKind Kind, string Title, DateTime At, DateTime? From, DateTime? To, DateTime? ResolvedAt, IReadOnlyList<UpdateShape> Updates);

    private sealed record UpdateShape(DateTime At, string Text);
}
