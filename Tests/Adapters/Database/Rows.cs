using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Rows as tests need them.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1).AddHours(12), TimeSpan.Zero);
    public static readonly OwnerId Alice = OwnerId.Parse("alice@example.test");
    public static readonly OwnerId Bob = OwnerId.Parse("bob");

    public static WebsiteRow Website(string url, long version = 1, Standing standing = Standing.Up, OwnerId? owner = null, string? name = null, params string[] tags)
    {
        var address = WebsiteUrl.Parse(url);
        return new WebsiteRow
        {
            Id = WebsiteId.From(owner ?? Alice, address),
            Url = address,
            Owner = owner ?? Alice,
            Settings = new WebsiteSettings { Name = name ?? address.ToUri().Host, Interval = TimeSpan.FromMinutes(5), Timeout = TimeSpan.FromSeconds(7), Tags = tags },
            Standing = standing,
            Since = Noon,
            RegisteredAt = Noon.AddDays(-2),
            Version = version,
        };
    }

    public static CheckRow Healthy(WebsiteRow website, DateTimeOffset at, int milliseconds = 40) =>
        new(website.Id, at, TimeSpan.FromMilliseconds(milliseconds), 200, FailureKind.None, null);

    public static CheckRow Failing(WebsiteRow website, DateTimeOffset at, string reason = "The server answered with an error.") =>
        new(website.Id, at, TimeSpan.FromMilliseconds(90), 503, FailureKind.BadStatus, reason);

    public static Incident Incident(WebsiteRow website, string id, DateTimeOffset startedAt, DateTimeOffset? endedAt = null) => new()
    {
        Id = id,
        Website = website.Id,
        Url = website.Url,
        Owner = website.Owner,
        StartedAt = startedAt,
        EndedAt = endedAt,
        Problem = new Problem(FailureKind.BadStatus, "The server answered with an error.", "HTTP 503"),
    };

    public static Delivery Delivery(string alertId, int attempt, DateTimeOffset at, OwnerId? owner = null) => new()
    {
        AlertId = alertId,
        Owner = owner ?? Alice,
        Channel = "email",
        Recipient = "alice@example.test",
        Attempt = attempt,
        At = at,
        Outcome = DeliveryOutcome.Delivered,
        Answer = "250 Ok",
    };
}
