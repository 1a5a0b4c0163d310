using System.Globalization;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Alerts;

/// <summary>Hands many alerts for many owners to a silo at once, and says how soon all of them were mailed and what that took.</summary>
internal static class AlertsRun
{
    private const int AtOnce = 64;
    private const int Websites = 100;
    private const int LessBefore = 20;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    // One in a hundred has to be several, or the slowest single answer decides.
    private static readonly TimeSpan _askEvery = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(AlertsPlan plan, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        using var sink = new MailSink(clock);
        sink.Start();
        using var targets = await TargetProcess.StartAsync(TargetPlan.Prompt);
        await using var silo = new SiloUnderLoad(
            plan.Database, "--Email:Host=127.0.0.1", $"--Email:Port={sink.Port}", "--Email:Security=None", "--Email:From=squirrel@monitor.example",
            $"--Alerts:DigestWindow={plan.Window.TotalSeconds:0}s", "--Alerts:MailsPerHour=0");
        await silo.StartAsync(cancellationToken);
        var websites = await PrepareAsync(plan, silo, targets, cancellationToken);
        if (!plan.IsCold)
            await TellSomeBeforeAsync(plan, silo, sink, clock, cancellationToken);

        var processor = silo.Processor;
        var began = clock.GetTimestamp();
        var accepting = AcceptAsync(plan, first: 0, silo, clock, cancellationToken);
        var (answers, memory) = await WatchAsync(plan, silo, sink, websites, clock, cancellationToken);
        var accepted = clock.GetElapsedTime(began, await accepting);
        var findings = Report(plan, silo, sink, accepted, clock.GetElapsedTime(began, sink.LastAt), silo.Processor - processor, memory, answers);
        var broken = findings.BrokenPromises().ToArray();
        foreach (var promise in broken)
            Write($"PROMISE BROKEN: {promise}");
        return broken.Length > 0 ? 1 : 0;
    }

    private static async Task<IWebsiteGrain[]> PrepareAsync(AlertsPlan plan, SiloUnderLoad silo, TargetProcess targets, CancellationToken cancellationToken)
    {
        await AddOwnersAsync(silo, first: 0, plan.Owners, cancellationToken);
        var urls = Enumerable.Range(0, Websites).Select(number => WebsiteUrl.Parse(targets.Url(number))).ToArray();
        var grains = urls.Select(silo.Website).ToArray();
        await InParallelAsync(Websites, number => grains[number].RegisterAsync(OwnerId.Default, urls[number], WebsiteChanges.None), cancellationToken);
        return grains;
    }

    private static Task AddOwnersAsync(SiloUnderLoad silo, int first, int count, CancellationToken cancellationToken) =>
        InParallelAsync(count, number => Owner(silo, first + number).SetEmailsAsync([EmailAddress.Parse(Recipient(first + number))]), cancellationToken);

    // To owners of their own, whose mails are not counted.
    private static async Task TellSomeBeforeAsync(AlertsPlan plan, SiloUnderLoad silo, MailSink sink, TimeProvider clock, CancellationToken cancellationToken)
    {
        var before = plan with { Owners = Math.Max(1, plan.Owners / LessBefore) };
        await AddOwnersAsync(silo, first: plan.Owners, before.Owners, cancellationToken);
        await AcceptAsync(before, first: plan.Owners, silo, clock, cancellationToken);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100), clock);
        for (var began = clock.GetTimestamp(); sink.Alerts < before.Alerts && clock.GetElapsedTime(began) < _patience;)
            await pace.WaitForNextTickAsync(cancellationToken);
        sink.Forget();
    }

    // Each owner's alerts spread over the whole, as when websites of all owners share what broke.
    private static async Task<long> AcceptAsync(AlertsPlan plan, int first, SiloUnderLoad silo, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await InParallelAsync(plan.Alerts, number => Owner(silo, first + (number % plan.Owners)).AcceptAsync(Alert(number, now)), cancellationToken);
        return clock.GetTimestamp();
    }

    private static async Task<(List<StatusAnswer> Answers, long Memory)> WatchAsync(
        AlertsPlan plan, SiloUnderLoad silo, MailSink sink, IWebsiteGrain[] websites, TimeProvider clock, CancellationToken cancellationToken)
    {
        var answers = new List<StatusAnswer>();
        var memory = 0L;
        var began = clock.GetTimestamp();
        using var pace = new PeriodicTimer(_askEvery, clock);
        do
        {
            var asked = clock.GetTimestamp();
            await websites[answers.Count % websites.Length].GetStatusAsync();
            answers.Add(new StatusAnswer(clock.GetElapsedTime(began, asked), clock.GetElapsedTime(asked)));
            memory = Math.Max(memory, silo.Memory);
        }
        while (sink.Alerts < plan.Alerts && clock.GetElapsedTime(began) < _patience && await pace.WaitForNextTickAsync(cancellationToken));
        return (answers, memory);
    }

    private static AlertsFindings Report(
        AlertsPlan plan, SiloUnderLoad silo, MailSink sink, TimeSpan accepted, TimeSpan mailed, TimeSpan processor, long memory, List<StatusAnswer> answers)
    {
        var sorted = answers.Select(answer => answer.Took).Order().ToList();
        var told = Enumerable.Range(0, plan.Owners).Select(number => sink.ToldTo(Recipient(number))).ToArray();
        var findings = new AlertsFindings(
            told.Sum(count => Math.Max(0, plan.AlertsEach - count)), told.Sum(count => Math.Max(0, count - plan.AlertsEach)), mailed - plan.Window, Quantiles.Of(sorted, 0.99));
        Write($"{plan.Alerts} alerts for {plan.Owners} owners at once on {(plan.Database is null ? "SQLite" : "PostgreSQL")}, gathered for {plan.Window.TotalSeconds:0} s{(plan.IsCold ? ", the first of this silo" : "")}");
        Write($"all accepted after {accepted.TotalSeconds:0.0} s, all told in {sink.Mails} mails after {mailed.TotalSeconds:0.0} s");
        Write($"alerts not told: {findings.Missing}; told twice: {findings.ToldTwice}");
        Write($"status answered in p50 {Quantiles.Of(sorted, 0.5).TotalMilliseconds:0.0} ms, p99 {findings.StatusP99.TotalMilliseconds:0.0} ms, at most {sorted[^1].TotalMilliseconds:0.0} ms ({answers.Count} asked)");
        WritePart("accepting", TimeSpan.Zero, accepted);
        WritePart("gathering", accepted, plan.Window);
        WritePart("mailing", plan.Window, TimeSpan.MaxValue);
        Write($"the slowest were asked after {string.Join(", ", answers.OrderByDescending(answer => answer.Took).Take(5).Select(answer => Line($"{answer.At.TotalSeconds:0.0} s ({answer.Took.TotalMilliseconds:0.0} ms)")))}");
        Write($"silo: {processor.TotalSeconds:0.0} s CPU, {memory / 1024 / 1024} MB at most");
        silo.TellComplaints();
        return findings;

        void WritePart(string name, TimeSpan from, TimeSpan to)
        {
            var part = answers.Where(answer => answer.At >= from && answer.At < to).Select(answer => answer.Took).Order().ToList();
            if (part.Count > 0)
                Write($"  while {name}: p50 {Quantiles.Of(part, 0.5).TotalMilliseconds:0.0} ms, p99 {Quantiles.Of(part, 0.99).TotalMilliseconds:0.0} ms, at most {part[^1].TotalMilliseconds:0.0} ms ({part.Count} asked)");
        }
    }

    private static Alert Alert(int number, DateTimeOffset now)
    {
        var url = WebsiteUrl.Parse($"https://shop{number}.example/");
        var website = WebsiteId.From(OwnerId.Default, url);
        return new Alert
        {
            Id = $"{website.Value:N}-1",
            IncidentId = $"{website.Value:N}-1",
            Kind = AlertKind.WentDown,
            Website = website,
            Url = url,
            Name = $"Shop {number}",
            StartedAt = now,
            DecidedAt = now,
            Problem = new Problem(FailureKind.ConnectionRefused, "The server refused the connection.", "ECONNREFUSED 203.0.113.7:443"),
            Interval = TimeSpan.FromMinutes(5),
            FailedChecks = 3,
        };
    }

    private static Task InParallelAsync(int count, Func<int, Task> act, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, _) => await act(number));

    private static IOwnerNotificationGrain Owner(SiloUnderLoad silo, int number) =>
        silo.Grains.GetGrain<IOwnerNotificationGrain>(OwnerId.Parse($"owner-{number}").GrainKey);

    private static string Recipient(int number) => $"owner-{number}@shop.example";

    private static void Write(FormattableString line) => Console.WriteLine(Line(line));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private readonly record struct StatusAnswer(TimeSpan At, TimeSpan Took);
}
