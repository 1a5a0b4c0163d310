namespace UptimeSquirrel.StatusPages;

/// <summary>Everything that visitors of a status page may know, and nothing else: addresses only where they are shown, no owners, no causes.</summary>
[GenerateSerializer, Immutable, Alias("uptime.status-page-view")]
public sealed record StatusPageView
{
    /// <summary>How many days have a bar.</summary>
    public const int Days = 90;

    /// <summary>The page's name.</summary>
    [Id(0)]
    public required StatusPageSlug Slug { get; init; }

    /// <summary>What was said about it.</summary>
    [Id(1)]
    public required StatusPageSettings Settings { get; init; }

    /// <summary>What people announced on it, newest first.</summary>
    [Id(2)]
    public required IReadOnlyList<Announcement> Announcements { get; init; }

    /// <summary>Changes when the password does; null when visitors need none.</summary>
    [Id(3)]
    public string? PasswordMark { get; init; }

    /// <summary>The moment at which all of this was so, UTC.</summary>
    [Id(4)]
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The websites, in groups.</summary>
    [Id(5)]
    public required IReadOnlyList<GroupView> Groups { get; init; }

    /// <summary>Outages of the last 14 days and those that last, newest first; at most 100.</summary>
    [Id(6)]
    public IReadOnlyList<OutageView> Outages { get; init; } = [];

    /// <summary>Maintenance that is planned or under way, the next first; at most 50.</summary>
    [Id(7)]
    public IReadOnlyList<MaintenanceView> Maintenance { get; init; } = [];

    /// <summary>Whether visitors can subscribe to mails.</summary>
    [Id(8)]
    public bool TakesSubscribers { get; init; }
}

/// <summary>Websites under one heading.</summary>
/// <param name="Name">The heading; empty = none.</param>
/// <param name="Websites">In the order in which they are shown.</param>
[GenerateSerializer, Immutable, Alias("uptime.group-view")]
public sealed record GroupView([property: Id(0)] string Name, [property: Id(1)] IReadOnlyList<PublicWebsite> Websites);

/// <summary>An outage, as visitors may know it.</summary>
/// <param name="Key">Names it on its page.</param>
/// <param name="Website">The website's <see cref="PublicWebsite.Key"/>.</param>
/// <param name="Name">What visitors call the website.</param>
/// <param name="From">Since when, UTC.</param>
/// <param name="To">Until when, UTC; null while it lasts.</param>
[GenerateSerializer, Immutable, Alias("uptime.outage-view")]
public sealed record OutageView(
    [property: Id(0)] string Key, [property: Id(1)] string Website, [property: Id(2)] string Name, [property: Id(3)] DateTimeOffset From, [property: Id(4)] DateTimeOffset? To);

/// <summary>A time of maintenance, as visitors may know it.</summary>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="To">The first moment after it, UTC.</param>
/// <param name="Names">The websites it is for.</param>
[GenerateSerializer, Immutable, Alias("uptime.maintenance-view")]
public sealed record MaintenanceView([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To, [property: Id(2)] IReadOnlyList<string> Names);
