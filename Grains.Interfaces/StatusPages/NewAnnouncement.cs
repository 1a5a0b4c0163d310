namespace UptimeSquirrel.StatusPages;

/// <summary>What somebody wants to say on a status page.</summary>
[GenerateSerializer, Immutable, Alias("uptime.new-announcement")]
public sealed record NewAnnouncement
{
    /// <summary>Names it on its page: 1 to 32 letters and digits, chosen by who announces, so that announcing again changes nothing.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)]
    public required AnnouncementKind Kind { get; init; }

    /// <summary>All that matters in one line; 1 to 200 characters.</summary>
    [Id(2)]
    public required string Title { get; init; }

    /// <summary>What there is to say, with line breaks; up to 5,000 characters. Empty = the title says it all.</summary>
    [Id(3)]
    public string Text { get; init; } = "";

    /// <summary>When what it is about begins, UTC; null = now. Maintenance needs one.</summary>
    [Id(4)]
    public DateTimeOffset? From { get; init; }

    /// <summary>When that is expected to end, UTC; null = not known. Maintenance needs one.</summary>
    [Id(5)]
    public DateTimeOffset? To { get; init; }
}
