namespace UptimeSquirrel.Grains.Cluster;

/// <summary>Lengths of time sorted into a few slots, each a fifth wider than the one before.</summary>
internal static class LatenessMath
{
    /// <summary>From 1 ms to a quarter of an hour; what is longer lands in the last one.</summary>
    public const int Slots = 80;

    private const int SlotsPerDoubling = 4;

    /// <summary>Into which slot a length belongs.</summary>
    public static int Slot(TimeSpan length) =>
        length.TotalMilliseconds <= 1 ? 0 : Math.Min(Slots - 1, (int)Math.Ceiling(Math.Log2(length.TotalMilliseconds) * SlotsPerDoubling));

    /// <summary>The longest length of a slot.</summary>
    public static TimeSpan Longest(int slot) => TimeSpan.FromMilliseconds(Math.Pow(2, (double)slot / SlotsPerDoubling));

    /// <summary>The length that a share of all do not exceed, rounded up to the longest of its slot; null when there are none.</summary>
    /// <param name="counts">How many there are in each slot.</param>
    /// <param name="share">From 0 to 1.</param>
    public static TimeSpan? Quantile(ReadOnlySpan<long> counts, double share)
    {
        var all = 0L;
        foreach (var count in counts)
            all += count;
        if (all == 0)
            return null;

        var slot = 0;
        for (var seen = counts[0]; seen < share * all; seen += counts[++slot]) { }
        return Longest(slot);
    }
}
