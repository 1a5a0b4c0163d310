using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>Outages, recoveries and owners for tests of the right moment.</summary>
internal static class MomentCases
{
    public static readonly QuietHours BerlinNight = Quiet("22:00", "07:00");

    public static DateTimeOffset Utc(string moment) => DateTimeOffset.Parse(moment + "Z", System.Globalization.CultureInfo.InvariantCulture);

    public static QuietHours Quiet(string from, string to, string zone = "Europe/Berlin", bool holdsAll = false, params DayOfWeek[] days) => new()
    {
        From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        Zone = zone,
        HoldsAll = holdsAll,
        Days = days,
    };

    public static StoredChannel Channel(string id, TimeSpan? after = null, Severity? only = null) =>
        new(id, id.Split('-')[0], id, new Dictionary<string, string>(), new Dictionary<string, StoredSecret>()) { After = after, Only = only };

    /// <summary>The outage of a website, which names the incident: each number is a website of its own.</summary>
    public static Alert Down(DateTimeOffset at, int website = 1, int incident = 1) => Film.Play("- - -").State.Unsent[0] with
    {
        Id = Id(website, incident),
        IncidentId = Id(website, incident),
        Website = new WebsiteId(Site(website)),
        StartedAt = at.AddSeconds(-40),
        DecidedAt = at,
    };

    public static Alert Back(DateTimeOffset at, Alert down) => down with { Id = down.Id + "1", Kind = AlertKind.CameBack, EndedAt = at, DecidedAt = at };

    public static WebsiteStatus StillDown(OpenIncident open) => new()
    {
        Id = open.Website,
        Url = open.Url,
        Owner = Film.Owner,
        Settings = new WebsiteSettings { Name = "Shop", Interval = TimeSpan.FromMinutes(5) },
        Standing = Standing.Down,
        Since = open.StartedAt,
        Incident = new IncidentSummary(open.StartedAt, "The server answered 503."),
    };

    /// <summary>What waits, and when each may be told over which channel: <c>WentDown slack-1@07:00</c>.</summary>
    public static IReadOnlyList<string> Plan(OwnerState state) =>
    [
        .. state.Waiting.Select(waiting => string.Join(' ', waiting.Recipients.Select(one => $"{one.Channel}@{one.NextAttemptAt.UtcDateTime:HH:mm}").Prepend(waiting.Alert.Kind.ToString()))),
    ];

    private static Guid Site(int website) => new(website, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static string Id(int website, int incident) => $"{Site(website):N}-{incident}";
}
