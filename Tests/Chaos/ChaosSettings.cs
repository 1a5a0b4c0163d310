using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos;

/// <summary>How large and how long a run is.</summary>
internal sealed record ChaosSettings
{
    public const int Silos = 3;

    public required int Websites { get; init; }
    public required TimeSpan Interval { get; init; }

    /// <summary>How long checks are counted.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Decides every random moment.</summary>
    public required int Seed { get; init; }

    public required IReadOnlyList<FaultKind> Faults { get; init; }

    /// <summary>The share of websites that really go down, 0 to 1.</summary>
    public double DownShare { get; init; } = 0.01;

    public int OutagesPerWebsite { get; init; } = 2;
    public TimeSpan ShortestOutage { get; init; } = TimeSpan.FromSeconds(70);
    public TimeSpan LongestOutage { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a silo that was killed or stopped stays away.</summary>
    public TimeSpan SiloAway { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Freeze { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan DatabaseAway { get; init; } = TimeSpan.FromSeconds(90);
    public TimeSpan Cut { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long silos that are all there may need to share the work anew.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long alerts may still be on their way at the end.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(4);

    public double LeastCoverage { get; init; } = 0.995;

    /// <summary>The pauses before a failing website is looked at again. Two, as usual, but short: a run is short too.</summary>
    public static IReadOnlyList<TimeSpan> RecheckDelays { get; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>The form for continuous integration: all faults, briefly, one right after the other, so that almost every check is due amid one.</summary>
    public ChaosSettings Shortened() => this with
    {
        DownShare = 0.05,
        OutagesPerWebsite = 1,
        ShortestOutage = TimeSpan.FromSeconds(25),
        LongestOutage = TimeSpan.FromSeconds(60),
        SiloAway = TimeSpan.FromSeconds(8),
        Freeze = TimeSpan.FromSeconds(25),
        DatabaseAway = TimeSpan.FromSeconds(12),
        Cut = TimeSpan.FromSeconds(25),
        Patience = TimeSpan.FromSeconds(60),
        LeastCoverage = 0.85,
    };
}
