namespace UptimeSquirrel.History;

/// <summary>How a website did on one day (UTC).</summary>
/// <param name="Day">Which day.</param>
/// <param name="Share">The share of the watched time in which it was up, from 0 to 1; null when nothing is known about that day.</param>
/// <param name="Watched">How long it was watched. Maintenance does not count.</param>
/// <param name="Down">How long of that it was down.</param>
[GenerateSerializer, Immutable, Alias("uptime.uptime-day")]
public sealed record UptimeDay(
    [property: Id(0)] DateOnly Day, [property: Id(1)] double? Share, [property: Id(2)] TimeSpan Watched, [property: Id(3)] TimeSpan Down)
{
    /// <summary>How many checks were made.</summary>
    [Id(4)]
    public int Checks { get; init; }

    /// <summary>How many of them failed.</summary>
    [Id(5)]
    public int Failures { get; init; }

    /// <summary>The mean length of a check, also of those that failed; null when there was none.</summary>
    [Id(6)]
    public TimeSpan? MeanLatency { get; init; }
}
