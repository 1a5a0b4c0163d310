using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>The outage that these tests tell about.</summary>
internal static class Alerts
{
    public static readonly EmailAddress Ann = EmailAddress.Parse("ann@shop.example");

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 2, 50, TimeSpan.Zero);

    public static Alert Outage(string name = "Shop", string url = "https://shop.example/", Problem? problem = null)
    {
        var website = WebsiteId.From(OwnerId.Parse("ann"), WebsiteUrl.Parse(url));
        return new Alert
        {
            Id = $"{website}/7",
            IncidentId = $"{website}/7",
            Kind = AlertKind.WentDown,
            Website = website,
            Url = WebsiteUrl.Parse(url),
            Name = name,
            StartedAt = new DateTimeOffset(2026, 11, 23, 10, 2, 13, TimeSpan.Zero),
            DecidedAt = new DateTimeOffset(2026, 11, 23, 10, 2, 49, TimeSpan.Zero),
            Problem = problem ?? new Problem(
                FailureKind.BadStatus,
                "The server answered, but with an error: 503 (Service Unavailable), after 0.4 s.",
                "HTTP 503 Service Unavailable"),
            Interval = TimeSpan.FromMinutes(5),
            FailedChecks = 3,
        };
    }

    public static Alert Recovery(string name = "Shop", string url = "https://shop.example/")
    {
        var outage = Outage(name, url);
        return outage with
        {
            Id = $"{outage.Website}/8",
            Kind = AlertKind.CameBack,
            EndedAt = outage.StartedAt + new TimeSpan(0, 4, 12),
            DecidedAt = outage.StartedAt + new TimeSpan(0, 4, 42),
        };
    }

    public static Alert Doubt() => new()
    {
        Id = "silo-berlin-1-1700000000000",
        IncidentId = "silo-berlin-1-1700000000000",
        Kind = AlertKind.SiloInDoubt,
        Website = default,
        Url = null,
        Silo = "berlin-1",
        Name = "berlin-1",
        StartedAt = new DateTimeOffset(2026, 11, 23, 10, 2, 13, TimeSpan.Zero),
        DecidedAt = new DateTimeOffset(2026, 11, 23, 10, 2, 49, TimeSpan.Zero),
        Problem = new Problem(FailureKind.Unknown, "412 of 430 checks failed within 30 s, while berlin-2 sees the same websites up.", "412 of 430 checks failed"),
        Interval = TimeSpan.FromSeconds(10),
    };
}
