namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>The value below which a share of all values lies.</summary>
internal static class Quantiles
{
    /// <param name="sorted">All values, the smallest first; at least one.</param>
    /// <param name="share">0 = the smallest, 0.5 = the median, 1 = the largest.</param>
    public static T Of<T>(IReadOnlyList<T> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
