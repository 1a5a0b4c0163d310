using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Whether an announcement makes sense, and what it becomes.</summary>
internal static class AnnouncementRules
{
    private const int LongestId = 32;
    private const int LongestTitle = 200;
    private const int LongestText = 5000;
    private const int MostUpdates = 100;

    public static IReadOnlyList<SettingProblem> FindProblems(NewAnnouncement announcement) => [.. Problems(announcement)];

    /// <summary>The announcements with a new one, newest first. What is over makes room, the oldest first; if nothing is, the oldest does.</summary>
    public static IReadOnlyList<Announcement> Add(IReadOnlyList<Announcement> announcements, NewAnnouncement given, DateTimeOffset now)
    {
        var text = Tidy(given.Text);
        var added = new Announcement
        {
            Id = given.Id,
            Kind = given.Kind,
            Title = given.Title.Trim(),
            At = now,
            From = given.From?.ToUniversalTime(),
            To = given.To?.ToUniversalTime(),
            Updates = text.Length == 0 ? [] : [new AnnouncementUpdate(now, text)],
        };
        var all = announcements.Prepend(added).ToList();
        while (all.Count > StatusPage.MaximumAnnouncements)
            all.RemoveAt(all.FindLastIndex(one => one.IsOver(now)) is var over && over > 0 ? over : all.Count - 1);
        return all;
    }

    /// <summary>The announcements after more was said about one of them, or what is wrong with that.</summary>
    public static (IReadOnlyList<Announcement> Announcements, SettingProblem? Problem) Update(
        IReadOnlyList<Announcement> announcements, string id, string text, bool resolves, DateTimeOffset now)
    {
        var tidy = Tidy(text);
        var before = announcements.First(one => one.Id == id);
        if (tidy.Length == 0 && !resolves)
            return (announcements, new SettingProblem("text", $"There is nothing to add: expected 1 to {LongestText} characters, or that it is resolved."));
        if (tidy.Length > LongestText)
            return (announcements, new SettingProblem("text", $"The text has {tidy.Length} characters: expected at most {LongestText}."));
        if (tidy.Length > 0 && before.Updates.Count >= MostUpdates)
            return (announcements, new SettingProblem("text", $"There are {MostUpdates} texts under this announcement already: expected at most as many. Announce it anew."));
        var after = before with
        {
            Updates = tidy.Length == 0 ? before.Updates : [.. before.Updates, new AnnouncementUpdate(now, tidy)],
            ResolvedAt = before.ResolvedAt ?? (resolves ? now : null),
        };
        return ([.. announcements.Select(one => one.Id == id ? after : one)], null);
    }

    private static IEnumerable<SettingProblem> Problems(NewAnnouncement announcement)
    {
        if (announcement.Id.Length is 0 or > LongestId || !announcement.Id.All(char.IsAsciiLetterOrDigit))
            yield return new("id", $"The id {PlainLine.Quoted(announcement.Id)} cannot be taken: expected 1 to {LongestId} letters and digits.");
        if (!Enum.IsDefined(announcement.Kind))
            yield return new("kind", $"{(int)announcement.Kind} is not a kind of announcement: expected notice, incident or maintenance.");
        if (announcement.Title.Trim().Length is 0 or > LongestTitle || announcement.Title.Any(char.IsControl))
            yield return new("title", $"The title has {announcement.Title.Trim().Length} characters: expected 1 to {LongestTitle} on one line.");
        if (Tidy(announcement.Text) is { Length: > LongestText } text)
            yield return new("text", $"The text has {text.Length} characters: expected at most {LongestText}.");
        if (announcement is { Kind: AnnouncementKind.Maintenance, From: null } or { Kind: AnnouncementKind.Maintenance, To: null })
            yield return new("from", "Announced maintenance needs a beginning and an end: expected both.");
        if (announcement is { To: { } to } && to <= (announcement.From ?? DateTimeOffset.MinValue))
            yield return new("to", $"It would end at {to:yyyy-MM-dd HH:mm:ss zzz}, which is not after its beginning.");
    }

    private static string Tidy(string text) => StatusPageRules.TidyText(text);
}
