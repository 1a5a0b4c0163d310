namespace UptimeSquirrel.Adapters.Database.Overdue;

/// <summary>Turns times into ranges of phases, and parts of the ring into edges. All numbers are milliseconds since 1970 or hashes.</summary>
internal static class DueMath
{
    /// <summary>The phases of reminders that were due after one moment and up to another: one range, or two where the period begins anew in between.</summary>
    public static IEnumerable<PhaseRange> Phases(long period, long after, long upTo)
    {
        if (upTo <= after)
            return [];
        if (upTo - after >= period)
            return [new PhaseRange(period, 0, period - 1)];
        var (first, last) = ((after + 1) % period, upTo % period);
        return first <= last
            ? [new PhaseRange(period, first, last)]
            : [new PhaseRange(period, 0, last), new PhaseRange(period, first, period - 1)];
    }

    /// <summary>Where ranges begin and end among hashes as the database keeps them, in order: a hash with an odd number of edges up to it lies inside.</summary>
    /// <param name="ranges">Each from above its begin up to its end; begin = end is the whole ring.</param>
    public static long[] Edges(IEnumerable<(uint Begin, uint End)> ranges) =>
        [.. ranges.Select(range => ((int)range.Begin, (int)range.End)).SelectMany(Edges).Order()];

    private static long[] Edges((int Begin, int End) range) => range.Begin < range.End
        ? [range.Begin + 1L, range.End + 1L]
        : [range.Begin + 1L, int.MaxValue + 1L, int.MinValue, range.End + 1L];
}
