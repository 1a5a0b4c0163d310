using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>One owner of a file.</summary>
internal static class OwnerEntry
{
    private const string None = "none";

    /// <returns>Null when nobody can tell who it is.</returns>
    public static DeclaredOwner? Read(Entry entry)
    {
        var id = entry.Read<OwnerId>("id", OwnerId.TryParse);
        if (entry.Lacks("id"))
            entry.Refuse("the owner has no name: expected 'id: web-team'.");
        var emails = entry.ReadMany<EmailAddress>("emails", EmailAddress.TryParse)?.Distinct().ToArray();
        if (emails?.Length > OwnerStatus.MaximumEmails)
            entry.Refuse($"{emails.Length} addresses were given: expected at most {OwnerStatus.MaximumEmails}.");
        var isNeverQuiet = entry.Says("quiet-hours", None);
        var isGatheredAsUsual = entry.Says("digest-window", WebsiteEntry.AsConfigured);
        var isNotReported = entry.Says("report", None);
        var owner = new DeclaredOwner(id ?? OwnerId.Default, entry.Place)
        {
            Emails = emails,
            Channels = entry.Children("channels")?.Select(Channel).OfType<DeclaredChannel>().ToArray(),
            Windows = entry.Children("maintenance")?.Select(WindowEntry.Read).OfType<DeclaredWindow>().ToArray(),
            SpeaksOfQuietHours = entry.Has("quiet-hours"),
            QuietHours = !isNeverQuiet && entry.Child("quiet-hours") is { } quiet ? Quiet(quiet) : null,
            SpeaksOfDigestWindow = entry.Has("digest-window"),
            DigestWindow = isGatheredAsUsual ? null : entry.ReadValue<TimeSpan>("digest-window", TryReadWindow),
            SpeaksOfReport = entry.Has("report"),
            Report = !isNotReported && entry.Child("report") is { } report ? Report(report) : null,
        };
        entry.Finish();
        return id is null ? null : owner;
    }

    private static DeclaredChannel? Channel(Entry entry)
    {
        var kind = entry.Text("kind")?.ToLowerInvariant();
        if (kind is null)
            entry.Refuse("the channel has no kind: expected something like 'kind: ntfy'; 'squirrel owner channel kinds' shows them all.");
        if (kind == "email")
            entry.Refuse("e-mail addresses stand in 'emails' of their owner: expected another kind of channel here.");
        var settings = entry.Pairs("settings") ?? [];
        foreach (var twice in settings.GroupBy(setting => setting.Name).Where(same => same.Count() > 1))
            entry.Refuse($"{Quote.Of(twice.Key, 40)} has several values: expected one.");
        var use = new ChannelUse(entry.ReadValue<TimeSpan>("after", Duration.TryParse), entry.Text("only")?.ToLowerInvariant());
        entry.Finish();
        return kind is null ? null : new DeclaredChannel(
            kind,
            settings.DistinctBy(setting => setting.Name).ToDictionary(setting => setting.Name, setting => setting.Value),
            settings.Where(setting => setting.IsFromEnvironment).Select(setting => setting.Name).ToHashSet(),
            use,
            entry.Place);
    }

    private static QuietHours? Quiet(Entry entry)
    {
        var (from, to, zone) = (entry.ReadValue<TimeOnly>("from", TryReadTime), entry.ReadValue<TimeOnly>("to", TryReadTime), entry.Text("zone"));
        var (days, holdsAll) = (entry.Read<WeekDays>("days", WeekDays.TryParse), entry.ReadValue<bool>("hold-all", CsvSettings.TryReadSwitch));
        entry.Finish();
        if (from is { } begin && to is { } end && zone is not null)
            return new QuietHours { From = begin, To = end, Zone = zone, Days = days?.Days ?? [], HoldsAll = holdsAll == true };
        entry.Refuse("quiet hours need 'from', 'to' and 'zone': expected something like { from: \"22:00\", to: \"07:00\", zone: Europe/Berlin }.");
        return null;
    }

    private static ReportPlan? Report(Entry entry)
    {
        var (every, zone) = (entry.Text("every")?.ToLowerInvariant(), entry.Text("zone") ?? "UTC");
        entry.Finish();
        switch (every)
        {
            case "week":
                return new ReportPlan(ReportPeriod.Weekly, zone);
            case "month":
                return new ReportPlan(ReportPeriod.Monthly, zone);
            default:
                entry.Refuse("a report comes every week or every month: expected something like { every: week, zone: Europe/Berlin }.");
                return null;
        }
    }

    private static bool TryReadWindow(string? text, out TimeSpan window, out string? problem)
    {
        if (Duration.TryParse(text, out window, out problem) && window > OwnerStatus.LongestDigestWindow)
            problem = $"alerts cannot be gathered for {Duration.Format(window)}: expected 0s to {Duration.Format(OwnerStatus.LongestDigestWindow)}, or '{WebsiteEntry.AsConfigured}'.";
        return problem is null;
    }

    private static bool TryReadTime(string? text, out TimeOnly time, out string? problem) => TimeOfDay.TryRead(text, Quote.Of(text), "\"22:00\"", out time, out problem);
}
