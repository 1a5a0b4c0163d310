using System.Globalization;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The classic lesson: the same list of websites, checked in six ways; and what waiting and calculating have to do with it.</summary>
internal static class ApproachesRun
{
    private const int TeachingItems = 40;
    private static readonly string[] _ways = ["serial", "threads", "futures", "processes", "one thread"];
    private static readonly string[] _teachingWays = ["serial", "threads", "processes"];

    /// <param name="count">How many websites of our own.</param>
    /// <param name="list">A file with one address a line instead; null = our own.</param>
    /// <param name="targets">How our own behave.</param>
    /// <param name="withPython">Whether the same is done in Python, too.</param>
    /// <param name="images">Where the chart is drawn; null = nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(int count, string? list, TargetPlan targets, bool withPython, string? images, CancellationToken cancellationToken)
    {
        using var servers = await TargetProcess.StartAsync(targets);
        var items = ApproachProcess.Items(0, count, servers.Port, list);
        var rows = new List<ApproachRow>();
        foreach (var way in _ways)
            rows.Add(Tell(new ApproachRow("look", way, items.Length, await ApproachProcess.StartAsync(way, "look", 0, items.Length, servers.Port, list, cancellationToken))));
        rows.Add(Tell(new ApproachRow("look", "grains", items.Length, await GrainsApproach.RunAsync(items, cancellationToken))));
        if (withPython)
            foreach (var way in PythonApproach.Ways)
                rows.Add(Tell(new ApproachRow("look", $"Python {way}", items.Length, await PythonApproach.StartAsync(way, items.Length, servers.Port, cancellationToken))));
        foreach (var workload in (string[])["nap", "crunch"])
            foreach (var way in _teachingWays)
                rows.Add(Tell(new ApproachRow(workload, way, TeachingItems, await ApproachProcess.StartAsync(way, workload, 0, TeachingItems, servers.Port, null, cancellationToken))));

        if (images is not null)
            ApproachesChart.Draw(rows, images);
        var results = rows.Where(row => row.Workload == "look").Select(row => row.Result.Good).Distinct().ToArray();
        if (results.Length == 1)
            return 0;
        Console.WriteLine($"THE APPROACHES DISAGREE about how many websites are up: {string.Join(", ", results)}");
        return 1;
    }

    // A line of a table in Markdown.
    private static ApproachRow Tell(ApproachRow row)
    {
        var result = row.Result;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Workload} | {row.Name} | {row.Items} | {result.Seconds:0.0} s | {row.PerSecond:0} | {result.ProcessorSeconds:0.0} s | {result.PeakBytes >> 20} MB | {result.Good} |"));
        return row;
    }
}
