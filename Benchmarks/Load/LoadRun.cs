using System.Globalization;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>Watches many websites for a while and says what it took.</summary>
internal static class LoadRun
{
    private const int RegistrationsAtOnce = 64;

    public static async Task<int> RunAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var targets = new Targets(plan.Websites, clock);
        await targets.StartAsync();
        await using var silo = new SiloUnderLoad(plan.Database);
        await silo.StartAsync(cancellationToken);

        var began = clock.GetTimestamp();
        var websites = Enumerable.Range(0, plan.Websites).Select(number => WebsiteUrl.Parse($"{targets.Address}{number}")).ToArray();
        await Parallel.ForEachAsync(websites, new ParallelOptions { MaxDegreeOfParallelism = RegistrationsAtOnce, CancellationToken = cancellationToken }, async (url, _) =>
            await Grain(silo, url).RegisterAsync(OwnerId.Default, url, new WebsiteChanges { Interval = plan.Interval }));
        var registration = clock.GetElapsedTime(began);
        await Task.Delay(plan.Interval, clock, cancellationToken);

        var processor = silo.Processor;
        var begin = clock.GetTimestamp();
        var answers = await AskForStatusAsync(silo, websites, plan.Length, clock, cancellationToken);
        var end = clock.GetTimestamp();
        var findings = Report(plan, targets, silo, registration, silo.Processor - processor, begin, end, answers, clock);
        await targets.StopAsync();
        var broken = findings.BrokenPromises().ToArray();
        foreach (var promise in broken)
            Write($"PROMISE BROKEN: {promise}");
        return broken.Length > 0 ? 1 : 0;
    }

    private static IWebsiteGrain Grain(SiloUnderLoad silo, WebsiteUrl url) =>
        silo.Grains.GetGrain<IWebsiteGrain>(WebsiteId.From(OwnerId.Default, url).Value);

    // Ten questions a second, each for another website, while the checks go on.
    private static async Task<List<TimeSpan>> AskForStatusAsync(
        SiloUnderLoad silo, WebsiteUrl[] websites, TimeSpan length, TimeProvider clock, CancellationToken cancellationToken)
    {
        var answers = new List<TimeSpan>();
        var begin = clock.GetTimestamp();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100), clock);
        while (clock.GetElapsedTime(begin) < length && await pace.WaitForNextTickAsync(cancellationToken))
        {
            var asked = clock.GetTimestamp();
            await Grain(silo, websites[answers.Count % websites.Length]).GetStatusAsync();
            answers.Add(clock.GetElapsedTime(asked));
        }

        return answers;
    }

    private static LoadFindings Report(
        LoadPlan plan, Targets targets, SiloUnderLoad silo, TimeSpan registration, TimeSpan processor, long begin, long end, List<TimeSpan> answers, TimeProvider clock)
    {
        var length = clock.GetElapsedTime(begin, end);
        var made = targets.LooksSince(begin);
        var due = plan.Websites * (length / plan.Interval);
        var gaps = targets.LongestGaps(begin, end).Order().ToArray();
        answers.Sort();
        var missed = gaps.Count(gap => gap > plan.Interval * LoadFindings.LongestGap);
        Write($"{plan.Websites} websites every {plan.Interval.TotalSeconds:0} s for {length.TotalSeconds:0} s on {(plan.Database is null ? "SQLite" : "PostgreSQL")}");
        Write($"registered at {plan.Websites / registration.TotalSeconds:0} a second");
        Write($"checks made {made} of {due:0} due; websites with a gap over {LoadFindings.LongestGap} intervals: {missed}; longest gap {gaps[^1].TotalSeconds:0.000} s");
        Write($"status answered in p50 {Quantile(answers, 0.5).TotalMilliseconds:0.0} ms, p99 {Quantile(answers, 0.99).TotalMilliseconds:0.0} ms, at most {answers[^1].TotalMilliseconds:0.0} ms ({answers.Count} asked)");
        Write($"silo: {processor.TotalSeconds / made * 1000:0.000} s CPU per 1,000 checks, {silo.Memory / 1024 / 1024} MB");
        var complaints = silo.Complaints;
        Write($"warnings and errors in the log: {complaints.Count}");
        foreach (var complaint in complaints.Take(10))
            Write($"  {complaint}");
        return new LoadFindings(missed, complaints.Count, Quantile(answers, 0.99));
    }

    private static TimeSpan Quantile(List<TimeSpan> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
