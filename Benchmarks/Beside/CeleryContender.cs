using UptimeSquirrel.Benchmarks.Approaches;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>Celery: a clock puts what is due into a queue in Redis, workers take it from there, and its result goes to Redis.</summary>
internal sealed class CeleryContender() : ToolContender("Celery and Redis", user: "redis")
{
    private const string Redis = "/usr/bin/redis-server";
    private const int Workers = 4;

    public override string? MissingPackages => File.Exists(Redis) && Succeeds(PythonApproach.Interpreter, "-c", "import celery, redis, requests")
        ? null
        : "python3-celery python3-redis python3-requests redis-server";

    public override Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Beside", "celery_checks.py"), Path.Combine(Folder, "celery_checks.py"));
        Start(Redis, "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        Start(
            "/usr/bin/env", $"BROKER=redis://127.0.0.1:{port}/0", $"PORT={targets.Port}", $"COUNT={plan.Websites}", $"EVERY={plan.Every}", "PYTHONDONTWRITEBYTECODE=1",
            PythonApproach.Interpreter, "-m", "celery", "-A", "celery_checks", "worker", "--beat", "--schedule", "schedule",
            "--concurrency", $"{Workers}", "--without-gossip", "--without-mingle", "--loglevel", "WARNING");
        return Task.CompletedTask;
    }
}
