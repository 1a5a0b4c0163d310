using System.CommandLine;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The command line of the six approaches, and of the process that each of them has.</summary>
internal static class ApproachesCommands
{
    private static readonly Option<string?> _sites = new("--sites") { Description = "How many websites of our own, or a file with one address a line; default 200." };

    public static Command Approaches()
    {
        var latency = new Option<int>("--latency") { Description = "Milliseconds that an answer of our own takes.", DefaultValueFactory = _ => 100 };
        var dead = new Option<double>("--dead") { Description = "The share of our own that never answers; 0 to 1.", DefaultValueFactory = _ => 0.05 };
        var python = new Option<bool>("--python") { Description = "Do the same in Python, too (our own websites only)." };
        var images = new Option<string?>("--images") { Description = "A folder to draw the chart into; docs/images is ours." };
        var approaches = new Command("approaches", "The same list of websites checked serially, by threads, by futures, by processes, on one thread, and by grains.") { _sites, latency, dead, python, images };
        approaches.SetAction((parsed, cancellationToken) =>
        {
            var sites = parsed.GetValue(_sites) ?? "200";
            var isCount = int.TryParse(sites, out var count);
            return ApproachesRun.RunAsync(
                isCount ? count : int.MaxValue, isCount ? null : sites, new TargetPlan(TimeSpan.FromMilliseconds(parsed.GetValue(latency)), 0, 0, parsed.GetValue(dead)),
                parsed.GetValue(python) && isCount, parsed.GetValue(images), cancellationToken);
        });
        return approaches;
    }

    public static Command Approach()
    {
        var name = new Option<string>("--name");
        var workload = new Option<string>("--workload");
        var first = new Option<int>("--first");
        var count = new Option<int>("--count");
        var port = new Option<int>("--port");
        var approach = new Command(ApproachProcess.Command, "One of the approaches; 'approaches' starts it itself.") { name, workload, first, count, port, _sites };
        approach.Hidden = true;
        approach.SetAction((parsed, cancellationToken) => ApproachProcess.RunAsync(
            parsed.GetValue(name)!, parsed.GetValue(workload)!, parsed.GetValue(first), parsed.GetValue(count), parsed.GetValue(port), parsed.GetValue(_sites), cancellationToken));
        return approach;
    }
}
