using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Status pages for tests to change.</summary>
internal static class PageCases
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static readonly StatusPageSlug Slug = StatusPageSlug.Parse("shop");

    public static StatusPageSettings Settings(params IReadOnlyList<PageGroup> groups) => new() { Title = "Shop status", Groups = groups };

    public static PublicWebsite Website(string name, Standing standing = Standing.Up) => new()
    {
        Key = $"key-{name}",
        Name = name,
        Standing = standing,
        Since = Now.AddHours(-2),
        Uptime = 0.99956,
        UptimeOfDay = 1,
        UptimeOfWeek = 0.9991,
        UptimeOfMonth = 0.985,
        Latency = TimeSpan.FromMilliseconds(84),
        Days = [.. Enumerable.Range(0, StatusPageView.Days).Select(i => new DayView(new DateOnly(2026, 8, 26).AddDays(i), 1, TimeSpan.Zero))],
    };

    public static StatusPageView View(params IReadOnlyList<PublicWebsite> websites) => new()
    {
        Slug = Slug,
        Settings = Settings(new PageGroup { Name = "Public" }),
        Announcements = [],
        AsOf = Now,
        Groups = [new GroupView("Public", websites)],
    };

    public static Announcement Announcement(AnnouncementKind kind = AnnouncementKind.Incident) => new() { Id = "a1", Kind = kind, Title = "Payments are slow", At = Now.AddHours(-1) };
}
