using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>What was seen under load, held against what we promise.</summary>
/// <param name="WebsitesWithGap">Websites that waited longer than <see cref="LongestGap"/> intervals for a look.</param>
/// <param name="Complaints">Unexpected warnings and errors in the log.</param>
/// <param name="StatusP99">99 of 100 questions for a status were answered within this time.</param>
internal sealed record LoadFindings(int WebsitesWithGap, int Complaints, TimeSpan StatusP99)
{
    /// <summary>The most intervals between two looks.</summary>
    public const double LongestGap = 1.5;

    private static readonly TimeSpan _slowestStatus = TimeSpan.FromMilliseconds(20);

    /// <summary>The promises that were broken, a sentence each.</summary>
    public IEnumerable<string> BrokenPromises()
    {
        if (WebsitesWithGap > 0)
            yield return Line($"every website is looked at within {LongestGap} intervals, but {WebsitesWithGap} were not");
        if (Complaints > 0)
            yield return Line($"the log stays free of warnings, but it has {Complaints}");
        if (StatusP99 > _slowestStatus)
            yield return Line($"99 of 100 status answers take at most {_slowestStatus.TotalMilliseconds:0} ms, but they took {StatusP99.TotalMilliseconds:0.0} ms");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
