using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>What visitors are told a website is.</summary>
internal enum WebsiteState
{
    Up,
    Down,
    Maintenance,
    Paused,
    Pending,
}

/// <summary>What all of a page comes to.</summary>
internal enum OverallState
{
    AllUp,
    SomeDown,
    AllDown,
    Maintenance,
    KnownIncident,
    Unknown,
}

/// <summary>What all of a page comes to, with the counts behind it.</summary>
/// <param name="Overall">In one word.</param>
/// <param name="Websites">How many websites are looked at.</param>
/// <param name="Down">How many of them are down.</param>
internal sealed record PageState(OverallState Overall, int Websites, int Down)
{
    public static PageState Of(StatusPageView view)
    {
        var states = view.Groups.SelectMany(group => group.Websites).DistinctBy(website => website.Key).Select(Of).ToList();
        var watched = states.Count(state => state is not (WebsiteState.Paused or WebsiteState.Pending));
        var down = states.Count(state => state == WebsiteState.Down);
        var overall = down > 0 ? down == watched ? OverallState.AllDown : OverallState.SomeDown
            : view.Announcements.Any(announcement => announcement.Kind == AnnouncementKind.Incident && IsNow(announcement, view.AsOf)) ? OverallState.KnownIncident
            : states.Contains(WebsiteState.Maintenance) ||
              view.Announcements.Any(announcement => announcement.Kind == AnnouncementKind.Maintenance && IsNow(announcement, view.AsOf)) ? OverallState.Maintenance
            : watched > 0 ? OverallState.AllUp
            : OverallState.Unknown;
        return new PageState(overall, watched, down);
    }

    /// <summary>A website whose first failed checks are being looked into is not down yet: nobody is told of it either.</summary>
    public static WebsiteState Of(PublicWebsite website) => website.Standing switch
    {
        Standing.Paused => WebsiteState.Paused,
        _ when website.IsInMaintenance => WebsiteState.Maintenance,
        Standing.Pending => WebsiteState.Pending,
        Standing.Down => WebsiteState.Down,
        _ => WebsiteState.Up,
    };

    /// <summary>Whether what an announcement is about goes on at a moment.</summary>
    public static bool IsNow(Announcement announcement, DateTimeOffset now) => !announcement.IsOver(now) && (announcement.From ?? announcement.At) <= now;
}
