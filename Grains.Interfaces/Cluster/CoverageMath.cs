namespace UptimeSquirrel.Cluster;

/// <summary>The promise we keep about ourselves as a number.</summary>
internal static class CoverageMath
{
    /// <summary>Checks made divided by checks due; null when none was due.</summary>
    public static double? Share(long made, long missed) => made + missed > 0 ? (double)made / (made + missed) : null;
}
