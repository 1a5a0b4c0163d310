using UptimeSquirrel.Checks;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Owners;

/// <summary>What an owner is told: about one change of one website's standing, or, as the operator, about a silo or a channel.</summary>
[GenerateSerializer, Immutable, Alias("uptime.alert")]
public sealed record Alert
{
    /// <summary>Names this alert for ever: website and running number, or silo and moment. A repeat with a known id is the same alert.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What changed.</summary>
    [Id(1)]
    public required AlertKind Kind { get; init; }

    /// <summary>Which website; empty when it is about none.</summary>
    [Id(2)]
    public required WebsiteId Website { get; init; }

    /// <summary>Its address; null when it is about no website.</summary>
    [Id(3)]
    public WebsiteUrl? Url { get; init; }

    /// <summary>What its owner calls it; the silo's name when it is about a silo.</summary>
    [Id(4)]
    public required string Name { get; init; }

    /// <summary>When it was decided that the standing changed, UTC.</summary>
    [Id(5)]
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The incident: the id of its opening alert.</summary>
    [Id(6)]
    public required string IncidentId { get; init; }

    /// <summary>The first failed check of the incident, or the beginning of the silo's doubt, UTC.</summary>
    [Id(7)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The first good check after it, UTC; null while it lasts.</summary>
    [Id(8)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What is or was wrong.</summary>
    [Id(9)]
    public required Problem Problem { get; init; }

    /// <summary>How often the website is checked, or the silo examines itself.</summary>
    [Id(10)]
    public required TimeSpan Interval { get; init; }

    /// <summary>How many looks in a row failed before it was called down.</summary>
    [Id(11)]
    public int FailedChecks { get; init; }

    /// <summary>The silo it is about; null when it is about none.</summary>
    [Id(12)]
    public string? Silo { get; init; }

    /// <summary>Who saw what when that was decided: the silo that watches the website first, then those it asked; only the first when there was nobody to ask.</summary>
    [Id(13)]
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>What expires or was renewed; null when the alert is about something else.</summary>
    [Id(14)]
    public ExpiryFacts? Expiry { get; init; }

    /// <summary>How slow the website was; null when the alert is about something else.</summary>
    [Id(15)]
    public SlownessFacts? Slowness { get; init; }

    /// <summary>How often the website went down, and since when, when it flaps or did; null otherwise.</summary>
    [Id(17)]
    public FlappingFacts? Flapping { get; init; }

    /// <summary>What went down with the website and is told with it; null when nothing did.</summary>
    [Id(18)]
    public Companions? With { get; init; }

    /// <summary>Why it is told only now; null when it is told at once.</summary>
    [Id(19)]
    public HoldReason? HeldBack { get; init; }

    /// <summary>The channel that does not work any more; null in every other kind of alert.</summary>
    [Id(20)]
    public BrokenChannel? Broken { get; init; }

    /// <summary>In a reminder, when the next one is due, UTC; null in every other kind of alert, and when there is none.</summary>
    [Id(24)]
    public DateTimeOffset? NextReminderAt { get; init; }

    /// <summary>How the owner's websites did; null in every other kind of alert.</summary>
    [Id(25)]
    public UptimeReport? Report { get; init; }
}

/// <summary>What an alert is about.</summary>
[GenerateSerializer, Alias("uptime.alert-kind")]
public enum AlertKind
{
    /// <summary>The website went down.</summary>
    WentDown = 0,

    /// <summary>The website is back up.</summary>
    CameBack = 1,

    /// <summary>A silo does not trust what it sees.</summary>
    SiloInDoubt = 2,

    /// <summary>A silo trusts what it sees again.</summary>
    SiloSureAgain = 3,

    /// <summary>The website's certificate expires soon.</summary>
    CertificateExpires = 5,

    /// <summary>A certificate or a domain was renewed whose owner had been told that it expires.</summary>
    Renewed = 6,

    /// <summary>The website's domain expires soon.</summary>
    DomainExpires = 7,

    /// <summary>The website is up, but slower than its owner finds good.</summary>
    BecameSlow = 8,

    /// <summary>The website is as fast again as its owner wants it.</summary>
    FastAgain = 9,

    /// <summary>The website goes down and comes back too often for single alerts; told in place of the outage that was one too many.</summary>
    StartedFlapping = 10,

    /// <summary>The website is steady again after it flapped: down when the alert has no <see cref="Alert.EndedAt"/>, else up.</summary>
    SteadyAgain = 11,

    /// <summary>A channel does not work any more. For the operator; it is about no website.</summary>
    ChannelBroke = 20,

    /// <summary>Somebody wants to know whether a channel works. It is about no website.</summary>
    Test = 21,

    /// <summary>A reminder: the website is down for a long time now, and nobody has acknowledged that.</summary>
    StillDown = 24,

    /// <summary>The website was down and is up again, and both happened in quiet hours.</summary>
    WasDown = 25,

    /// <summary>How the owner's websites did in a week or a month. It is about no single website.</summary>
    Report = 26,
}
