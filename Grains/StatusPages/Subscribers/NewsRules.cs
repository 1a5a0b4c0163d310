using System.Globalization;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>What there is to tell the subscribers of a page that they do not know yet.</summary>
internal static class NewsRules
{
    private const int LongestSubject = 200;
    private const int LongestParagraph = 5000;

    /// <summary>What subscribers know who see the page as it is now.</summary>
    public static ToldNews All(StatusPageView view) => new()
    {
        Outages = view.Outages.ToDictionary(outage => outage.Key, outage => outage.To is not null),
        Announcements = view.Announcements.ToDictionary(Name, Progress),
    };

    /// <summary>The news, oldest first. What is not on the page any more is forgotten: it does not come back.</summary>
    public static IReadOnlyList<News> Find(ToldNews told, StatusPageView view) =>
        [.. view.Outages.SelectMany(outage => Outage(told, outage, view)).Concat(view.Announcements.SelectMany(one => Announced(told, one, view))).OrderBy(news => news.At)];

    // A short outage that began and ended unseen is one mail, not two.
    private static IEnumerable<News> Outage(ToldNews told, OutageView outage, StatusPageView view)
    {
        var words = SubscriberWords.Of(view.Settings.Language);
        var isKnown = told.Outages.TryGetValue(outage.Key, out var isEndTold);
        if (outage.To is null && !isKnown)
            yield return News.Of($"{outage.Key}-down", outage.From, view, SubscriberWords.Fill(words.Down, outage.Name), SubscriberWords.Fill(words.DownSince, Moment(outage.From, view)));
        if (outage.To is { } end && !(isKnown && isEndTold))
            yield return News.Of(
                $"{outage.Key}-up", end, view, SubscriberWords.Fill(words.Up, outage.Name), SubscriberWords.Fill(words.UpSince, Moment(outage.From, view), Moment(end, view)));
    }

    private static IEnumerable<News> Announced(ToldNews told, Announcement announcement, StatusPageView view)
    {
        var words = SubscriberWords.Of(view.Settings.Language);
        var (known, now) = (told.Announcements.GetValueOrDefault(Name(announcement)), Progress(announcement));
        if (known >= now)
            yield break;
        var latest = announcement.ResolvedAt ?? announcement.LastSaidAt();
        var fresh = announcement.Updates.Skip(Math.Max(0, known - 1)).SelectMany(update => update.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        string[] when = announcement is { From: { } from, To: { } to } ? [SubscriberWords.Fill(words.FromTo, Moment(from, view), Moment(to, view))] : [];
        string[] over = announcement.ResolvedAt is null ? [] : [words.Resolved];
        yield return News.Of($"{Name(announcement)}-{now}", latest, view, announcement.Title, [.. when, .. fresh, .. over]);
    }

    // An id that was withdrawn and taken again is another announcement.
    private static string Name(Announcement announcement) => $"{announcement.Id}-{announcement.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    private static int Progress(Announcement announcement) => 1 + announcement.Updates.Count + (announcement.ResolvedAt is null ? 0 : 1);

    private static string Moment(DateTimeOffset at, StatusPageView view) =>
        $"{TimeZoneInfo.ConvertTime(at, view.Settings.FindZone()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({view.Settings.Zone})";

    /// <summary>One thing to tell.</summary>
    internal sealed record News(string Id, DateTimeOffset At, string Subject, IReadOnlyList<string> Paragraphs)
    {
        public static News Of(string id, DateTimeOffset at, StatusPageView view, string what, params IReadOnlyList<string> more) => new(
            id, at, PlainLine.From($"{view.Settings.Title}: {what}", LongestSubject),
            [PlainLine.From(what, LongestParagraph), .. more.Select(paragraph => PlainLine.From(paragraph, LongestParagraph))]);
    }
}
