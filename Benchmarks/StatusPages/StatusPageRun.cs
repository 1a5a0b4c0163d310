using System.Globalization;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.StatusPages;

/// <summary>Lets visitors ask for a status page as fast as they are answered, while its websites are checked.</summary>
internal static class StatusPageRun
{
    private const double LeastPerSecond = 2000;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(5);
    private static readonly StatusPageSlug _slug = StatusPageSlug.Parse("bench");

    public static async Task<int> RunAsync(StatusPagePlan plan, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        using var targets = await TargetProcess.StartAsync(TargetPlan.Prompt);
        await using var silo = new SiloUnderLoad(plan.Database);
        await silo.StartAsync(cancellationToken);
        await PrepareAsync(plan, silo, targets);

        var path = $"/status/{_slug}";
        await AskAsync(plan, silo, path, _warmUp, clock, cancellationToken);
        var processor = silo.Processor;
        var began = clock.GetTimestamp();
        var visitors = await AskAsync(plan, silo, path, plan.Length, clock, cancellationToken);
        var perSecond = Report(plan, silo, visitors, clock.GetElapsedTime(began), silo.Processor - processor);
        if (perSecond >= LeastPerSecond)
            return 0;
        Write($"PROMISE BROKEN: a status page is served {LeastPerSecond:0} times a second, but it was {perSecond:0} times");
        return 1;
    }

    private static async Task PrepareAsync(StatusPagePlan plan, SiloUnderLoad silo, TargetProcess targets)
    {
        var websites = new List<PageWebsite>();
        foreach (var number in Enumerable.Range(0, plan.Websites))
        {
            var url = WebsiteUrl.Parse(targets.Url(number));
            var grain = silo.Website(url);
            await grain.RegisterAsync(OwnerId.Default, url, new WebsiteChanges { Interval = TimeSpan.FromSeconds(60) });
            await grain.CheckNowAsync();
            websites.Add(new PageWebsite(WebsiteId.From(OwnerId.Default, url), $"Service {number}"));
        }

        await silo.Grains.GetGrain<IStatusPageGrain>(_slug.GrainKey).CreateAsync(
            new StatusPageSettings { Title = "Under load", Groups = [new PageGroup { Name = "Everything", Websites = websites }] });
    }

    private static async Task<IReadOnlyList<Visitor>> AskAsync(
        StatusPagePlan plan, SiloUnderLoad silo, string path, TimeSpan length, TimeProvider clock, CancellationToken cancellationToken)
    {
        var visitors = Enumerable.Range(0, plan.Visitors).Select(_ => new Visitor(silo.Http, path, clock)).ToArray();
        await Task.WhenAll(visitors.Select(visitor => visitor.AskForAsync(length, cancellationToken)));
        foreach (var visitor in visitors)
            visitor.Dispose();
        return visitors;
    }

    private static double Report(StatusPagePlan plan, SiloUnderLoad silo, IReadOnlyList<Visitor> visitors, TimeSpan length, TimeSpan processor)
    {
        var answers = visitors.SelectMany(visitor => visitor.Answers).Order().ToArray();
        var perSecond = answers.Length / length.TotalSeconds;
        Write($"a page with {plan.Websites} websites, {plan.Visitors} visitors at once for {length.TotalSeconds:0} s on {(plan.Database is null ? "SQLite" : "PostgreSQL")}");
        Write($"{perSecond:0} answers a second of {visitors.Sum(visitor => visitor.Bytes) / (double)answers.Length / 1024:0.0} kB, compressed");
        Write($"answered in p50 {Quantiles.Of(answers, 0.5).TotalMilliseconds:0.0} ms, p99 {Quantiles.Of(answers, 0.99).TotalMilliseconds:0.0} ms, at most {answers[^1].TotalMilliseconds:0.0} ms");
        Write($"silo: {processor.TotalMilliseconds / answers.Length * 1000:0} ms CPU per 1,000 answers, {silo.Memory / 1024 / 1024} MB");
        silo.TellComplaints();
        return perSecond;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
