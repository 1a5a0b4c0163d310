using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>What one of them took: a line of the table.</summary>
/// <param name="Name">Who.</param>
/// <param name="Due">Checks that were due in a second.</param>
/// <param name="PerSecond">Checks that came to the websites in a second.</param>
/// <param name="Websites">How many different websites they came to.</param>
/// <param name="CpuPer1000">Seconds of processor time for 1,000 checks, of all its processes.</param>
/// <param name="Bytes">Memory of all its processes; what they share is counted once.</param>
/// <param name="OtherCores">How many processors were busy meanwhile with neither it nor the websites.</param>
internal sealed record BesideRow(string Name, int Due, double PerSecond, int Websites, double CpuPer1000, long Bytes, double OtherCores)
{
    public const string Heading =
        """
        | | checks a second, due | seen | websites seen | CPU per 1,000 checks | times the bare client | memory | other work, cores |
        |---|---|---|---|---|---|---|---|
        """;

    private const double Enough = 0.97;

    /// <summary>Whether it made the checks that were due, or so few less that it can be the edge of the measured time.</summary>
    public bool KeepsUp => PerSecond >= Due * Enough;

    /// <param name="bare">The line of the bare client; null when there is none.</param>
    public string ToLine(BesideRow? bare) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Due:#,0} | {PerSecond:#,0}{(KeepsUp ? "" : ", does not keep up")} | {Websites:#,0} | {CpuPer1000:0.00} s | {CpuPer1000 / bare?.CpuPer1000:0.0} | {Bytes >> 20} MB | {OtherCores:0.0} |");
}
