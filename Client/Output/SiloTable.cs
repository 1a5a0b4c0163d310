using System.Globalization;
using Spectre.Console;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Client.Output;

/// <summary>The silos of a cluster for people.</summary>
internal static class SiloTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, ClusterStatus cluster, DateTimeOffset now)
    {
        Of(cluster, now).Write(terminal);
        foreach (var silo in cluster.Silos)
            if (silo.DoubtReason is { } reason)
                terminal.Say($"{PlainText.Clean(silo.Name)} doubts itself: {PlainText.Clean(reason)}");
        terminal.Say();
        terminal.Say(Summary(cluster));
    }

    public static Listing Of(ClusterStatus cluster, DateTimeOffset now)
    {
        var grid = new Listing(
            new ListingColumn("SILO") { Shrinks = true },
            new ListingColumn("REGION"),
            new ListingColumn("AGE"),
            new ListingColumn("WEBSITES") { IsNumber = true },
            new ListingColumn("CHECKS/S") { IsNumber = true },
            new ListingColumn("LATE (p99)") { IsNumber = true },
            new ListingColumn("MEMORY") { IsNumber = true },
            new ListingColumn("COVERAGE") { IsNumber = true });
        foreach (var silo in cluster.Silos)
            grid.Add(silo.Answers ? Answering(silo, now) : [silo.Name, new ListingCell("does not answer", ListingCell.Bad), "", "", "", "", "", ""]);
        return grid;
    }

    public static string Summary(ClusterStatus cluster) =>
        $"{Wording.Count(cluster.Silos.Count, "silo")}, {Wording.Count(cluster.Websites, "website")}, " +
        $"{Rate(cluster.ChecksPerSecond)} checks a second, coverage {Coverage(cluster.Coverage)}";

    private static ListingCell[] Answering(SiloStatusReport silo, DateTimeOffset now) =>
    [
        silo.Name,
        silo.Region ?? "",
        silo.StartedAt is { } startedAt ? Wording.Length(now - startedAt) : "",
        Wording.Number(silo.Websites),
        Rate(silo.ChecksPerSecond),
        silo.Lateness is { } lateness ? Wording.Latency(lateness) : "",
        string.Create(Culture, $"{silo.MemoryBytes / (1024 * 1024):N0} MB"),
        new ListingCell(Coverage(silo.Coverage), silo.MissedChecks > 0 ? ListingCell.Doubtful : (Style?)null),
    ];

    private static string Rate(double checksPerSecond) => checksPerSecond.ToString("N1", Culture);

    // Never rounded up to 100 %: that is a promise.
    private static string Coverage(double? share) =>
        share is { } part ? string.Create(Culture, $"{Math.Floor(part * 10_000) / 100:0.00} %") : "unknown";
}
