namespace UptimeSquirrel.StatusPages;

/// <summary>A status page as those who edit it see it.</summary>
[GenerateSerializer, Immutable, Alias("uptime.status-page-record")]
public sealed record StatusPage
{
    /// <summary>The most announcements a page keeps; the oldest that are over make room.</summary>
    public const int MaximumAnnouncements = 100;

    /// <summary>Its name.</summary>
    [Id(0)]
    public required StatusPageSlug Slug { get; init; }

    /// <summary>What was said about it.</summary>
    [Id(1)]
    public required StatusPageSettings Settings { get; init; }

    /// <summary>What people announced on it, newest first.</summary>
    [Id(2)]
    public IReadOnlyList<Announcement> Announcements { get; init; } = [];

    /// <summary>Changes when the password does; null when visitors need none.</summary>
    [Id(3)]
    public string? PasswordMark { get; init; }

    /// <summary>Grows with every change.</summary>
    [Id(4)]
    public required long Version { get; init; }

    /// <summary>When it was made, UTC.</summary>
    [Id(5)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    [Id(6)]
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What goes into the keys of its websites, so that a key does not tell which website it names.</summary>
    [Id(7)]
    public required string Salt { get; init; }

    /// <summary>It in a list.</summary>
    public StatusPageSummary ToSummary() => new(Slug, Settings.Title, Settings.Domain, Settings.Owner, PasswordMark is not null);
}
