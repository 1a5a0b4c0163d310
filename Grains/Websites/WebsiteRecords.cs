using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Live;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>What a website's grain shows of itself: to callers and to the journal.</summary>
internal static class WebsiteRecords
{
    /// <summary>A change this old is in the read model for certain; a younger one may have been lost with a silo that crashed.</summary>
    /// <remarks>The longest interval: a website whose silo crashed is in memory again after one interval at the latest.</remarks>
    public static readonly TimeSpan SureToBeStoredAfter = TimeSpan.FromDays(1);

    /// <summary>The look that is due at this website.</summary>
    public static CheckRequest Request(WebsiteState website, DateTimeOffset now) =>
        new(website.Url, website.Settings.Timeout, LookRules.FirstMethod(website.Settings.Look, hasRefusedHead: website.StartWithGetUntil > now))
        {
            Accept = website.Settings.Accept,
            Settings = website.Settings.Look,
        };

    public static WebsiteStatus Status(WebsiteId id, WebsiteState website, CheckSummary? lastCheck) =>
        new()
        {
            Id = id,
            Url = website.Url,
            Owner = website.Owner,
            Settings = SecretRules.Hide(website.Settings),
            Standing = website.Standing,
            Since = website.Since,
            LastCheck = lastCheck,
            Incident = OpenIncident(website),
            UnsentAlerts = website.Unsent.Count,
            Revision = website.Revision,
            Sightings = website.Sightings,
            Heartbeat = website.Heartbeat is { } heartbeat ? new HeartbeatSummary(heartbeat.HeardAt, HeartbeatRules.DueAt(website)) : null,
        };

    public static WebsiteRow Row(WebsiteId id, WebsiteState website) =>
        new()
        {
            Id = id,
            Url = website.Url,
            Owner = website.Owner,
            Settings = SecretRules.Hide(website.Settings),
            Standing = website.Standing,
            Since = website.Since,
            RegisteredAt = website.RegisteredAt,
            Incident = OpenIncident(website),
            Warnings = WarningRules.Describe(website.Warned),
            Version = website.Version,
        };

    /// <summary>What is told to those who look at it now.</summary>
    public static LiveNews News(WebsiteId id, WebsiteState website, LiveKind kind, DateTimeOffset now) => new()
    {
        Kind = kind,
        Website = id,
        Url = website.Url,
        Owner = website.Owner,
        Name = website.Settings.Name,
        Standing = website.Standing,
        Since = website.Since,
        At = now,
        Incident = OpenIncident(website),
    };

    public static CheckRow Check(WebsiteId id, CheckResult result, Verdict verdict) =>
        new(id, result.At, result.Took, result.StatusCode, verdict.Problem?.Kind ?? FailureKind.None, verdict.Problem?.Sentence,
            Phases: PackedPhases.Pack(result.Times));

    public static CheckRow Check(WebsiteId id, Sighting sighting) =>
        new(id, sighting.At, sighting.Took, sighting.StatusCode, sighting.Problem?.Kind ?? FailureKind.None, sighting.Problem?.Sentence);

    /// <summary>The next version: the time, or one more where the time has not moved on. So it grows even over a removal.</summary>
    public static long NextVersion(long version, DateTimeOffset now) => Math.Max(version + 1, now.ToUnixTimeMilliseconds());

    /// <summary>When it was last changed, as its version tells.</summary>
    public static DateTimeOffset ChangedAt(WebsiteState website) => DateTimeOffset.FromUnixTimeMilliseconds(website.Version);

    private static IncidentSummary? OpenIncident(WebsiteState website) =>
        website is { Standing: Standing.Down, Trouble: { } trouble } ? new(trouble.StartedAt, trouble.Problem.Sentence) : null;
}
