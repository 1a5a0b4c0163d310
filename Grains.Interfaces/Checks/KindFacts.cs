using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Checks;

/// <summary>What a look at something else than a website saw.</summary>
[GenerateSerializer, Immutable, Alias("uptime.kind-facts")]
public sealed record KindFacts
{
    /// <summary>What was looked at.</summary>
    [Id(0)]
    public required WebsiteKind Kind { get; init; }

    /// <summary>The address it was looked at under.</summary>
    [Id(1)]
    public required WebsiteUrl Url { get; init; }

    /// <summary>The records of the type that was asked for, as text made fit to be shown; at most 50. Empty but for name servers.</summary>
    [Id(2)]
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>The name server that said so; null when none did.</summary>
    [Id(3)]
    public string? Server { get; init; }

    /// <summary>When the job called last, UTC; null when it never did, or there is no job.</summary>
    [Id(4)]
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>By when the job has to call, or had to, UTC; null when there is no job.</summary>
    [Id(5)]
    public DateTimeOffset? DueAt { get; init; }
}
