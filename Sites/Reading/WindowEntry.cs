using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>One maintenance window of a file. Whether it makes sense the cluster says.</summary>
internal static class WindowEntry
{
    public static DeclaredWindow? Read(Entry entry)
    {
        var name = entry.Text("name");
        var (zoneName, length, cron) = (entry.Text("zone") ?? "UTC", entry.ReadValue<TimeSpan>("for", Duration.TryParse), entry.Text("cron"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
            entry.Refuse($"'zone': {Quote.Of(zoneName)} is not a time zone: expected a name such as Europe/Berlin, America/New_York or UTC.");
        var from = Moment(entry, "from", zone ?? TimeZoneInfo.Utc);
        var to = Moment(entry, "to", zone ?? TimeZoneInfo.Utc) ?? (cron is null ? from + length : null);
        var (url, tag) = (entry.Read<WebsiteUrl>("website", WebsiteUrl.TryParse), entry.Text("tag")?.Trim().ToLowerInvariant());
        entry.Finish();
        if (name is null || name.Length > DeclaredWindow.LongestName || !name.All(char.IsAsciiLetterOrDigit))
        {
            entry.Refuse($"the maintenance needs a name of its own, by which it is known again: expected 'name' with 1 to {DeclaredWindow.LongestName} letters and digits, such as 'name: nightly'.");
            return null;
        }
        if (cron is null ? from is null || to is null : length is null || from is not null || to is not null)
            entry.Refuse("it is not clear when the maintenance is: expected 'from' with 'to' or 'for', or 'cron' with 'for'.");
        return new DeclaredWindow(name, entry.Place) { Url = url, Tag = tag, From = from, To = to, Cron = cron, Length = cron is null ? null : length, Zone = zoneName };
    }

    private static DateTimeOffset? Moment(Entry entry, string key, TimeZoneInfo zone)
    {
        if (entry.Text(key) is not { } text)
            return null;
        if (ZonedMoment.TryRead(text, zone, out var moment, out var problem))
            return moment;
        entry.Refuse($"'{key}': {problem}");
        return null;
    }
}
