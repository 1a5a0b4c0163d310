namespace UptimeSquirrel.Grains.Flapping;

/// <summary>What is remembered of a website's outages to tell whether it flaps.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable, Alias("uptime.flaps")]
internal sealed record Flaps
{
    /// <summary>The beginnings of the outages that were told one by one lately, oldest first; empty while it flaps.</summary>
    public IReadOnlyList<DateTimeOffset> Told { get; init; } = [];

    /// <summary>The beginning of the first of the outages that are told together; null when it does not flap.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many outages there were since then.</summary>
    public int Outages { get; init; }

    /// <summary>When it went down or came back last, while it flaps.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The alert that said so: the one that says it is over belongs to it.</summary>
    public string? AlertId { get; init; }
}
