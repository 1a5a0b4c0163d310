using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Live;

/// <summary>One change of one website, for those who look at it now.</summary>
[GenerateSerializer, Immutable, Alias("uptime.live-news")]
public sealed record LiveNews
{
    /// <summary>What happened.</summary>
    [Id(0)]
    public required LiveKind Kind { get; init; }

    /// <summary>To which website.</summary>
    [Id(1)]
    public required WebsiteId Website { get; init; }

    /// <summary>Its address.</summary>
    [Id(2)]
    public required WebsiteUrl Url { get; init; }

    /// <summary>Whose it is: nobody else may be told but those who may see everything.</summary>
    [Id(3)]
    public required OwnerId Owner { get; init; }

    /// <summary>What people call it.</summary>
    [Id(4)]
    public required string Name { get; init; }

    /// <summary>What it is now.</summary>
    [Id(5)]
    public required Standing Standing { get; init; }

    /// <summary>Since when it is that, UTC.</summary>
    [Id(6)]
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it happened, UTC.</summary>
    [Id(7)]
    public required DateTimeOffset At { get; init; }

    /// <summary>What is wrong with it now; null when nothing is.</summary>
    [Id(8)]
    public IncidentSummary? Incident { get; init; }
}

/// <summary>What happened to a website.</summary>
[GenerateSerializer, Alias("uptime.live-kind")]
public enum LiveKind
{
    /// <summary>It is something else now than it was: it went down, came back, was paused...</summary>
    Standing = 0,

    /// <summary>It is watched from now on, or in another way.</summary>
    Settings = 1,

    /// <summary>It is not watched any more.</summary>
    Removed = 2,
}

/// <summary>Where a feed stands.</summary>
/// <param name="Feed">Names the feed: another one counts anew.</param>
/// <param name="Next">The number that its next news will have.</param>
[GenerateSerializer, Immutable, Alias("uptime.live-start")]
public sealed record LiveStart([property: Id(0)] Guid Feed, [property: Id(1)] long Next);

/// <summary>News as it is sent out.</summary>
/// <param name="Feed">Names the feed: another one counts anew.</param>
/// <param name="First">The number of the first of them in this feed; those that follow count on.</param>
/// <param name="News">What happened, oldest first.</param>
/// <param name="IsIncomplete">Whether there was more than could be kept: whoever needs all has to read again.</param>
[GenerateSerializer, Immutable, Alias("uptime.live-batch")]
public sealed record LiveBatch([property: Id(0)] Guid Feed, [property: Id(1)] long First, [property: Id(2)] IReadOnlyList<LiveNews> News, [property: Id(3)] bool IsIncomplete);
