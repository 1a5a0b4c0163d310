namespace UptimeSquirrel.StatusPages;

/// <summary>Something that people say on a status page.</summary>
[GenerateSerializer, Immutable, Alias("uptime.announcement")]
public sealed record Announcement
{
    /// <summary>Names it on its page: 1 to 32 letters and digits.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)]
    public required AnnouncementKind Kind { get; init; }

    /// <summary>All that matters in one line; 1 to 200 characters.</summary>
    [Id(2)]
    public required string Title { get; init; }

    /// <summary>When it was announced, UTC.</summary>
    [Id(3)]
    public required DateTimeOffset At { get; init; }

    /// <summary>When what it is about begins, UTC; null = when it was announced.</summary>
    [Id(4)]
    public DateTimeOffset? From { get; init; }

    /// <summary>When that is expected to end, UTC; null = not known.</summary>
    [Id(5)]
    public DateTimeOffset? To { get; init; }

    /// <summary>When somebody said that it is over, UTC; null while nobody has.</summary>
    [Id(6)]
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>What was said about it, oldest first.</summary>
    [Id(7)]
    public IReadOnlyList<AnnouncementUpdate> Updates { get; init; } = [];

    /// <summary>Whether what it is about is over at a moment.</summary>
    public bool IsOver(DateTimeOffset now) => ResolvedAt is not null || To <= now;

    /// <summary>When something was said about it last, UTC.</summary>
    public DateTimeOffset LastSaidAt() => Updates is [.., var last] ? last.At : At;
}

/// <summary>What was said about an announcement.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">The words, with line breaks; 1 to 5,000 characters.</param>
[GenerateSerializer, Immutable, Alias("uptime.announcement-update")]
public sealed record AnnouncementUpdate([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Text);

/// <summary>What an announcement is about.</summary>
[GenerateSerializer, Alias("uptime.announcement-kind")]
public enum AnnouncementKind
{
    /// <summary>Something to know.</summary>
    Notice = 0,

    /// <summary>Something does not work.</summary>
    Incident = 1,

    /// <summary>Something will not work for a time, on purpose.</summary>
    Maintenance = 2,
}
