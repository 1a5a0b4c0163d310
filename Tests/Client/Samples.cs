using UptimeSquirrel.Checks;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

/// <summary>Websites and incidents as a cluster would tell them.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly OwnerId Team = OwnerId.Parse("web-team");

    public static WebsiteStatus Up(string url = "https://shop.example/?a=1&b=2", string name = "Shop") => new()
    {
        Id = WebsiteId.From(Team, WebsiteUrl.Parse(url)),
        Url = WebsiteUrl.Parse(url),
        Owner = Team,
        Settings = new WebsiteSettings { Name = name, Interval = TimeSpan.FromMinutes(5), Tags = ["live"] },
        Standing = Standing.Up,
        Since = Now.AddHours(-3).AddMilliseconds(250),
        LastCheck = new CheckSummary(Now.AddMinutes(-1), 200, TimeSpan.FromMilliseconds(84.4), IsHealthy: true, Reason: null),
    };

    public static WebsiteStatus Down(string reason = "The server answered 503.") => Up() with
    {
        Standing = Standing.Down,
        Since = Now.AddMinutes(-3),
        LastCheck = new CheckSummary(Now.AddSeconds(-30), null, TimeSpan.FromSeconds(1.25), IsHealthy: false, reason),
        Incident = new IncidentSummary(Now.AddMinutes(-4), reason),
    };

    public static Sighting Sighting(string region, int? status) => new()
    {
        Silo = $"silo-{region}",
        Region = region,
        At = Now.AddMinutes(-3),
        Took = TimeSpan.FromMilliseconds(12),
        StatusCode = status,
        Problem = status == 200 ? null : new Problem(status is null ? FailureKind.NameNotFound : FailureKind.BadStatus, "It does not work.", status is null ? "NXDOMAIN" : $"HTTP {status}"),
    };

    public static Incident Incident(string id, DateTimeOffset? endedAt = null) => new()
    {
        Id = id,
        Website = Up().Id,
        Url = Up().Url,
        Owner = Team,
        StartedAt = Now.AddMinutes(-4),
        EndedAt = endedAt,
        Problem = new Problem(FailureKind.BadStatus, "The server answered 503.", "HTTP 503"),
    };
}
