using UptimeSquirrel.Benchmarks.Approaches;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>A script that somebody wrote in an afternoon: it checks, and neither decides nor remembers.</summary>
/// <param name="way">One of the ways of check.py.</param>
internal sealed class PythonContender(string way) : ToolContender($"Python, {way}", user: null)
{
    public override string? MissingPackages => Succeeds(PythonApproach.Interpreter, "-c", "import requests, gevent") ? null : "python3-requests python3-gevent";

    public override Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        Start(PythonApproach.Interpreter, PythonApproach.Script, way, $"{targets.Port}", $"{plan.Websites}", $"{plan.Every}");
        return Task.CompletedTask;
    }
}
