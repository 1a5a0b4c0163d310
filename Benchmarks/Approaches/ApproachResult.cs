namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>What one approach took.</summary>
/// <param name="Seconds">From the first item to the last.</param>
/// <param name="ProcessorSeconds">Of all its processes together.</param>
/// <param name="PeakBytes">The most memory they had, added up.</param>
/// <param name="Good">How many items went well: the same for each approach, or it did not do the work.</param>
internal sealed record ApproachResult(double Seconds, double ProcessorSeconds, long PeakBytes, int Good);

/// <summary>One line of the table.</summary>
internal sealed record ApproachRow(string Workload, string Name, int Items, ApproachResult Result)
{
    public double PerSecond => Items / Result.Seconds;
}
