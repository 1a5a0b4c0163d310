using BenchmarkDotNet.Attributes;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>What is decided after a look that found nothing wrong.</summary>
public class Decision
{
    private static readonly ChecksOptions _options = new();
    private static readonly WarningTerms _terms = new([30, 14, 7, 3, 1], 3);

    /// <summary>What the look means.</summary>
    [Benchmark]
    public bool Verdict() => VerdictRules.Judge(Sample.Good, Sample.Up.Settings.Accept).IsHealthy;

    /// <summary>What that changes: nothing.</summary>
    [Benchmark]
    public bool StateMachine() => Observe(Checks.Verdict.Healthy).MustSave;

    /// <summary>Whether there is something to warn of.</summary>
    [Benchmark]
    public bool Warnings() => Warn(Observe(Checks.Verdict.Healthy), Checks.Verdict.Healthy).MustSave;

    /// <summary>All of it, from the tick to the row for the journal, as the grain goes through it.</summary>
    [Benchmark]
    public long WholeCheck()
    {
        var website = Sample.Up;
        var dueAt = TickRules.DueAt(website.RegisteredAt.UtcDateTime, website.Settings.Interval, Sample.Now.UtcDateTime);
        if (TickRules.IsRepeat(dueAt - website.Settings.Interval, dueAt, website.Settings.Interval))
            return 0;
        var request = WebsiteRecords.Request(website, Sample.Now);
        var verdict = VerdictRules.Judge(Sample.Good, request.Accept);
        var step = Warn(Observe(verdict), verdict);
        var row = WebsiteRecords.Check(Sample.Id, Sample.Good, verdict);
        return step.MustSave ? 0 : row.Phases;
    }

    private static Step Observe(Verdict verdict) =>
        WebsiteStateMachine.Observe(Sample.Id, Sample.Up, verdict, Sample.Good.At, Sample.Now, Patience.Of(Sample.Up.Settings.Patience, _options));

    private static Step Warn(Step step, Verdict verdict) =>
        WarningRules.Observe(Sample.Id, step, WarningSigns.Of(step.State.Url, Sample.Good, verdict), _terms, Sample.Now);
}
