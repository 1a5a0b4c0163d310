namespace UptimeSquirrel.Grains.History;

/// <summary>What the checks of an hour or a day come to.</summary>
public sealed record PeriodSum
{
    /// <summary>The first moment of the hour or day, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many checks were made.</summary>
    public required int Checks { get; init; }

    /// <summary>How many of them failed.</summary>
    public required int Failures { get; init; }

    /// <summary>How long all of them took together.</summary>
    public required TimeSpan LatencySum { get; init; }

    /// <summary>How long the longest took.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>In how many of its hours a day was watched; null for an hour, and for a day summed up by an earlier version.</summary>
    public int? Hours { get; init; }

    /// <summary>Half of the good checks of a day took no longer; null when that is not known.</summary>
    public TimeSpan? P50 { get; init; }

    /// <summary>95 of 100 good checks of a day took no longer.</summary>
    public TimeSpan? P95 { get; init; }

    /// <summary>99 of 100 good checks of a day took no longer.</summary>
    public TimeSpan? P99 { get; init; }

    /// <summary>How long they took on average; null when there was none.</summary>
    public TimeSpan? Mean => Checks > 0 ? LatencySum / Checks : null;
}
