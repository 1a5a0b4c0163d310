using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>What a run measured. Its fields are those of the line that is kept of it.</summary>
internal sealed record LoadFindings
{
    public required string At { get; init; }
    public required string Machine { get; init; }
    public required string Version { get; init; }
    public required string Database { get; init; }
    public required int Websites { get; init; }
    public required int Silos { get; init; }
    public required double IntervalSeconds { get; init; }
    public required string Targets { get; init; }
    public double RegisteredPerSecond { get; init; }
    public required double ChecksPerSecond { get; init; }
    public required double Coverage { get; init; }
    public required double LatenessP50Ms { get; init; }
    public required double LatenessP99Ms { get; init; }
    public required double LatenessMaxMs { get; init; }
    public required double SiloCpuPer1000 { get; init; }
    public required double? PostgresCpuPer1000 { get; init; }
    public double BareCpuPer1000 { get; init; }
    public double KilobytesPerWebsite { get; init; }
    public required double MegabytesOfSilos { get; init; }
    public required double? WalBytesPerCheck { get; init; }
    public double StatusP99Ms { get; init; }

    /// <summary>From the start of the silos to the first second from which on all checks came in time; null = that did not happen.</summary>
    public double? PunctualAfterSeconds { get; init; }

    /// <summary>The same after everything was killed and started again; null = not tried, or it did not happen.</summary>
    public double? RestartPunctualAfterSeconds { get; init; }

    /// <summary>From that restart until every website had been looked at.</summary>
    public double? RestartEveryWebsiteAfterSeconds { get; init; }

    public required int Complaints { get; init; }

    public double Ratio => SiloCpuPer1000 / BareCpuPer1000;

    /// <summary>The promises that were broken, a sentence each.</summary>
    public IEnumerable<string> BrokenPromises()
    {
        if (Coverage < 1)
            yield return Line($"every check that is due is made, but {(1 - Coverage) * 100:0.000} % were not");
        if (LatenessP99Ms > 1000)
            yield return Line($"99 of 100 checks begin within a second of their moment, but it took {LatenessP99Ms:0} ms");
        if (SiloCpuPer1000 > 0.30 && ChecksPerSecond >= 2900)
            yield return Line($"1,000 checks cost at most 0.30 s of processor time at 3,000 a second, but they cost {SiloCpuPer1000:0.000} s");
        if (Ratio > 2.2 && ChecksPerSecond >= 2900)
            yield return Line($"a check costs at most 2.2 times a bare request, but it costs {Ratio:0.00} times as much");
        if (Complaints > 0)
            yield return Line($"the log stays free of warnings, but it has {Complaints}");
        if (StatusP99Ms > 20)
            yield return Line($"99 of 100 status answers take at most 20 ms, but they took {StatusP99Ms:0.0} ms");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
