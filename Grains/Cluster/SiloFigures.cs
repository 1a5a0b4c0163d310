using System.Diagnostics.Metrics;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>What this silo has done since it started, also as metrics. Counting takes no lock and no memory: it is done at every check.</summary>
internal sealed class SiloFigures
{
    private const int Remembered = 20;

    private readonly long[] _slots = new long[LatenessMath.Slots];
    private readonly Queue<Sample> _samples = new(Remembered);
    private readonly Lock _lock = new();
    private readonly Histogram<double> _lateness;
    private long _missed;
    private int _websites;

    public SiloFigures(IMeterFactory meters)
    {
        var meter = meters.Create("UptimeSquirrel");
        meter.CreateObservableCounter("uptime.checks", () => Checks, "{check}", "Checks on schedule that were made.");
        meter.CreateObservableCounter("uptime.checks.missed", () => MissedChecks, "{check}", "Checks on schedule that were never made, as far as this silo knows.");
        meter.CreateObservableGauge("uptime.websites", () => Websites, "{website}", "Websites in the memory of this silo.");
        _lateness = meter.CreateHistogram<double>("uptime.tick.lateness", "s", "How long after its moment a check on schedule began.");
    }

    public long Checks
    {
        get
        {
            var sum = 0L;
            foreach (ref var slot in _slots.AsSpan())
                sum += Volatile.Read(ref slot);
            return sum;
        }
    }

    public long MissedChecks => Volatile.Read(ref _missed);

    public int Websites => Volatile.Read(ref _websites);

    /// <summary>Counts one check that was due and made.</summary>
    /// <param name="lateness">How long after its moment it began.</param>
    /// <param name="missed">How many before it were due and never made.</param>
    public void CountTick(TimeSpan lateness, int missed)
    {
        Interlocked.Increment(ref _slots[LatenessMath.Slot(lateness)]);
        if (missed > 0)
            Interlocked.Add(ref _missed, missed);
        _lateness.Record(lateness.TotalSeconds);
    }

    /// <summary>Counts a website that came into memory, or with -1 one that left.</summary>
    public void CountWebsite(int change) => Interlocked.Add(ref _websites, change);

    /// <summary>Remembers how things stand, for what is said of the last minute. To be called every 3 seconds.</summary>
    public void Remember(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_samples.Count == Remembered)
                _samples.Dequeue();
            _samples.Enqueue(new Sample(now, [.. _slots]));
        }
    }

    /// <summary>What was done since the oldest moment remembered, which is about a minute ago.</summary>
    public (double ChecksPerSecond, TimeSpan? MedianLateness, TimeSpan? Lateness) Lately(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_samples.TryPeek(out var oldest) || now <= oldest.At)
                return (0, null, null);

            Span<long> counts = stackalloc long[LatenessMath.Slots];
            var checks = 0L;
            for (var slot = 0; slot < counts.Length; slot++)
                checks += counts[slot] = Volatile.Read(ref _slots[slot]) - oldest.Slots[slot];
            return (checks / (now - oldest.At).TotalSeconds, LatenessMath.Quantile(counts, 0.5), LatenessMath.Quantile(counts, 0.99));
        }
    }

    private sealed record Sample(DateTimeOffset At, long[] Slots);
}
