using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>What people say on a page: what matters now on top, the rest at the end.</summary>
internal static class AnnouncementHtml
{
    private const int MostEarlier = 20;
    private static readonly TimeSpan _noticeStays = TimeSpan.FromDays(14);

    public static Html Current(StatusPageView view, PageText text) =>
        Section(text.Words.Announcements, view.Announcements.Where(announcement => IsCurrent(announcement, view.AsOf)), text);

    public static Html Earlier(StatusPageView view, PageText text) =>
        Section(text.Words.Earlier, view.Announcements.Where(announcement => !IsCurrent(announcement, view.AsOf)).Take(MostEarlier), text);

    // A notice has no end of its own; what nobody takes away steps back after a while.
    private static bool IsCurrent(Announcement announcement, DateTimeOffset now) =>
        !announcement.IsOver(now) && (announcement.Kind != AnnouncementKind.Notice || announcement.To is not null || now - announcement.LastSaidAt() < _noticeStays);

    private static Html Section(string heading, IEnumerable<Announcement> announcements, PageText text)
    {
        var all = announcements.ToList();
        return all.Count == 0 ? Html.Empty : Html.Of($"""
            <section>
            <h2>{heading}</h2>
            {all.Select(announcement => Write(announcement, text))}</section>

            """);
    }

    private static Html Write(Announcement announcement, PageText text)
    {
        var resolved = announcement.ResolvedAt is { } at ? Html.Of($" <span class=\"state up\">{text.Words.Resolved}, {EventHtml.Time(at, text)}</span>") : Html.Empty;
        var when = announcement.From is { } from ? EventHtml.Span(from, announcement.To, text) : EventHtml.Time(announcement.At, text);
        return Html.Of($"""
            <article class="announcement {announcement.Kind.ToString().ToLowerInvariant()}">
            <h3>{announcement.Title}</h3>
            <p><span class="kind">{text.Kind(announcement.Kind)}</span> <span class="soft">{when}</span>{resolved}</p>
            {announcement.Updates.Reverse().Select(update => Html.Of($"<div class=\"update\"><p class=\"soft\">{EventHtml.Time(update.At, text)}</p>\n{PageHtml.Paragraphs(update.Text)}</div>\n"))}</article>

            """);
    }
}
