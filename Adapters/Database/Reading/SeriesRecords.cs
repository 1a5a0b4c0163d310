using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>The sums of an hour or a day as a query returns them.</summary>
internal sealed class SumRecord
{
    public DateTimeOffset At { get; init; }
    public long Checks { get; init; }
    public long Failures { get; init; }
    public long LatencySumUs { get; init; }
    public long LatencyMaxUs { get; init; }
    public int? Hours { get; init; }
    public int? P50Us { get; init; }
    public int? P95Us { get; init; }
    public int? P99Us { get; init; }

    public PeriodSum ToSum() => new()
    {
        At = At,
        Checks = (int)Checks,
        Failures = (int)Failures,
        LatencySum = TimeSpan.FromMicroseconds(LatencySumUs),
        Longest = TimeSpan.FromMicroseconds(LatencyMaxUs),
        Hours = Hours,
        P50 = Microseconds.ToTime(P50Us),
        P95 = Microseconds.ToTime(P95Us),
        P99 = Microseconds.ToTime(P99Us),
    };
}

/// <summary>The checks of one step of a series as a query returns them.</summary>
internal sealed class StepRecord
{
    public long Bucket { get; init; }
    public long Checks { get; init; }
    public long Failures { get; init; }
    public int? P50Us { get; init; }
    public int? P95Us { get; init; }
    public int? P99Us { get; init; }
    public int? LongestUs { get; init; }
    public double? MeanUs { get; init; }
    public double? NameUnits { get; init; }
    public double? ConnectingUnits { get; init; }
    public double? HandshakeUnits { get; init; }

    public LatencyPoint ToPoint(long seconds)
    {
        var mean = MeanUs is { } us ? TimeSpan.FromMicroseconds(us) : (TimeSpan?)null;
        return new LatencyPoint
        {
            At = DateTimeOffset.FromUnixTimeSeconds(Bucket * seconds),
            Checks = (int)Checks,
            Failures = (int)Failures,
            P50 = Microseconds.ToTime(P50Us),
            P95 = Microseconds.ToTime(P95Us),
            P99 = Microseconds.ToTime(P99Us),
            Mean = mean,
            Longest = Microseconds.ToTime(LongestUs),
            Phases = NameUnits is { } name && mean is { } took ? PackedPhases.Of(name, ConnectingUnits ?? 0, HandshakeUnits ?? 0, took) : null,
        };
    }
}

/// <summary>Microseconds as times.</summary>
internal static class Microseconds
{
    public static TimeSpan? ToTime(int? microseconds) => microseconds is { } us ? TimeSpan.FromMicroseconds(us) : null;
}
