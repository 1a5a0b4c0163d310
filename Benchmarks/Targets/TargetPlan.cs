namespace UptimeSquirrel.Benchmarks.Targets;

/// <summary>How the servers of a benchmark behave.</summary>
/// <param name="Latency">How long an answer takes.</param>
/// <param name="Slow">The share that takes <see cref="SlowLatency"/> instead; 0 to 1.</param>
/// <param name="Failing">The share that answers 500.</param>
/// <param name="Hanging">The share that accepts the connection and never answers.</param>
internal sealed record TargetPlan(TimeSpan Latency, double Slow, double Failing, double Hanging)
{
    public static readonly TimeSpan SlowLatency = TimeSpan.FromSeconds(3);
    public static readonly TargetPlan Prompt = new(TimeSpan.Zero, 0, 0, 0);

    /// <summary>What is done with a website, by its number alone, spread evenly over all of them.</summary>
    public TargetKind KindOf(int website)
    {
        var place = (uint)website * 2654435761u / 4294967296.0;
        return place < Hanging ? TargetKind.Hanging
            : place < Hanging + Failing ? TargetKind.Failing
            : place < Hanging + Failing + Slow ? TargetKind.Slow
            : TargetKind.Prompt;
    }

    public object[] ToArguments() =>
    [
        "--latency", Latency.TotalMilliseconds, "--slow", Slow, "--failing", Failing, "--hanging", Hanging,
    ];
}

/// <summary>How one of the servers behaves.</summary>
internal enum TargetKind
{
    Prompt,
    Slow,
    Failing,
    Hanging,
}
