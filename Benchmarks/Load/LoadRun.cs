using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>Watches many websites for a while, every part in a process of its own, and says what it took.</summary>
internal sealed class LoadRun(LoadPlan plan, LoadDatabase database, TargetProcess targets, IReadOnlyList<SiloUnderLoad> silos, CancellationToken cancellationToken)
{
    private static readonly TimeSpan _bareLength = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly WebsiteUrl[] _urls = [.. Enumerable.Range(0, plan.Websites).Select(number => WebsiteUrl.Parse(targets.Url(number)))];
    private Dictionary<int, (long First, long Period)> _schedule = [];

    public static async Task<int> RunAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        await using var database = await LoadDatabase.OpenAsync(plan.Database);
        using var targets = await TargetProcess.StartAsync(plan.Targets);
        var silos = Enumerable.Range(0, plan.Silos).Select(_ => new SiloUnderLoad(database.ConnectionString)).ToArray();
        try
        {
            var findings = await new LoadRun(plan, database, targets, silos, cancellationToken).MeasureAsync();
            LoadReport.Show(findings);
            if (plan.Results is not null)
                LoadReport.Keep(findings, plan.Results);
            var broken = findings.BrokenPromises().ToArray();
            foreach (var promise in broken)
                Write($"PROMISE BROKEN: {promise}");
            return broken.Length > 0 ? 1 : 0;
        }
        finally
        {
            foreach (var silo in silos)
                await silo.DisposeAsync();
        }
    }

    private async Task<LoadFindings> MeasureAsync()
    {
        await Task.WhenAll(silos.Select(silo => silo.StartAsync(cancellationToken)));
        var empty = Memory();
        var started = Now();
        var registered = await RegisterAsync();
        if (plan.Registered < plan.Websites)
            started = await SeedAsync();
        await ReadScheduleAsync();
        await WaitUntilAsync(started + (long)(plan.Interval + plan.Settling).TotalMilliseconds, "settling");
        var start = Recovery.Of(targets.Looks(), _schedule, started, Now());

        var before = await TakeAsync();
        var answers = await AskForStatusAsync();
        var after = await TakeAsync();
        foreach (var one in silos)
            one.TellComplaints();
        var restart = plan.Restart ? await RestartAsync() : null;
        await Task.WhenAll(silos.Select(one => one.KillAsync()));
        var bare = await BareRun.StartAsync(targets, plan.Websites, plan.PerSecond, _bareLength, cancellationToken);
        return Describe(before, after) with
        {
            RegisteredPerSecond = registered,
            BareCpuPer1000 = bare,
            KilobytesPerWebsite = (after.Memory - empty) / 1024.0 / plan.Websites,
            StatusP99Ms = Quantiles.Of(answers, 0.99).TotalMilliseconds,
            PunctualAfterSeconds = start.Punctual?.TotalSeconds,
            RestartPunctualAfterSeconds = restart?.Punctual?.TotalSeconds,
            RestartEveryWebsiteAfterSeconds = restart?.EveryWebsite?.TotalSeconds,
        };
    }

    private LoadFindings Describe(Reading before, Reading after)
    {
        var seen = Punctuality.Of(targets.Looks(), _schedule, before.At, after.At);
        return new LoadFindings
        {
            At = _clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Machine = $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, .NET {Environment.Version}, {RuntimeInformation.OSDescription}",
            Version = typeof(LoadRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Database = database.IsPostgres ? "PostgreSQL" : "SQLite",
            Websites = plan.Websites,
            Silos = plan.Silos,
            IntervalSeconds = plan.Interval.TotalSeconds,
            Targets = string.Create(CultureInfo.InvariantCulture, $"{plan.Targets.Latency.TotalMilliseconds:0} ms, slow {plan.Targets.Slow:0.##}, failing {plan.Targets.Failing:0.##}, hanging {plan.Targets.Hanging:0.##}"),
            ChecksPerSecond = seen.Looks / ((after.At - before.At) / 1000.0),
            Coverage = seen.Coverage,
            LatenessP50Ms = seen.LateBy(0.5).TotalMilliseconds,
            LatenessP99Ms = seen.LateBy(0.99).TotalMilliseconds,
            LatenessMaxMs = seen.LateBy(1).TotalMilliseconds,
            SiloCpuPer1000 = (after.Silos - before.Silos).TotalSeconds / seen.Looks * 1000,
            PostgresCpuPer1000 = (after.Postgres - before.Postgres)?.TotalSeconds / seen.Looks * 1000,
            MegabytesOfSilos = after.Memory / 1024.0 / 1024,
            WalBytesPerCheck = (double?)(after.Written - before.Written) / seen.Looks,
            Complaints = after.Complaints,
        };
    }

    private async Task<Reading> TakeAsync() => new(
        Now(), silos.Aggregate(TimeSpan.Zero, (sum, silo) => sum + silo.Processor), database.Processor, await database.ReadWrittenAsync(cancellationToken), Memory(),
        silos.Sum(one => one.ComplaintCount));

    private async Task<double> RegisterAsync()
    {
        var began = _clock.GetTimestamp();
        var count = Math.Min(plan.Registered, plan.Websites);
        await silos[0].RegisterAsync(_urls.Take(count), plan.Interval, cancellationToken);
        var perSecond = count / _clock.GetElapsedTime(began).TotalSeconds;
        Write($"registered {count} at {perSecond:0} a second");
        return perSecond;
    }

    /// <returns>When the silos were started again.</returns>
    private async Task<long> SeedAsync()
    {
        var pattern = _urls[Enumerable.Range(0, plan.Registered).First(number => plan.Targets.KindOf(number) == TargetKind.Prompt)];
        await silos[0].Website(pattern).CheckNowAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), _clock, cancellationToken);
        await Task.WhenAll(silos.Select(silo => silo.KillAsync()));
        var began = _clock.GetTimestamp();
        await Seeding.SeedAsync(database.ConnectionString, pattern, _urls.Skip(plan.Registered), cancellationToken);
        Write($"put {plan.Websites - plan.Registered} more into the database in {_clock.GetElapsedTime(began).TotalSeconds:0} s");
        return StartSilos();
    }

    private async Task ReadScheduleAsync()
    {
        var schedule = await database.ReadScheduleAsync(cancellationToken);
        _schedule = Enumerable.Range(0, plan.Websites)
            .Where(number => plan.Targets.KindOf(number) is TargetKind.Prompt or TargetKind.Slow)
            .ToDictionary(number => number, number => schedule[Seeding.GrainIdOf(_urls[number])]);
    }

    // What happens, every ten seconds, for somebody who watches. What was read stays read: the silo needs the same processors.
    private async Task WaitUntilAsync(long moment, string doing)
    {
        var read = 0L;
        while (Now() is var now && now < moment)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(10_000, moment - now)), _clock, cancellationToken);
            var end = Now();
            var looks = targets.Looks(from: read);
            read += looks.Length;
            var lately = Punctuality.Of(looks, _schedule, now, end);
            Write($"{doing}: {lately.Looks * 1000.0 / (end - now):0} checks a second, late by p50 {lately.LateBy(0.5).TotalMilliseconds:0} ms, p99 {lately.LateBy(0.99).TotalMilliseconds:0} ms; {Memory() >> 20} MB, {silos.Sum(silo => silo.ComplaintCount)} complaints");
        }
    }

    // Ten questions a second, each for another website, while the checks go on.
    private async Task<List<TimeSpan>> AskForStatusAsync()
    {
        var answers = new List<TimeSpan>();
        var begin = _clock.GetTimestamp();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100), _clock);
        while (_clock.GetElapsedTime(begin) < plan.Length && await pace.WaitForNextTickAsync(cancellationToken))
        {
            var asked = _clock.GetTimestamp();
            await silos[0].Website(_urls[answers.Count % _urls.Length]).GetStatusAsync();
            answers.Add(_clock.GetElapsedTime(asked));
        }

        answers.Sort();
        return answers;
    }

    // Two intervals: within one each website is due, and within two it must be well again.
    private async Task<Recovery> RestartAsync()
    {
        await Task.WhenAll(silos.Select(silo => silo.KillAsync()).Append(database.KillAsync()));
        var started = Now();
        await database.StartAgainAsync(cancellationToken);
        StartSilos();
        await WaitUntilAsync(started + (long)(plan.Interval * 2).TotalMilliseconds, "started again");
        return Recovery.Of(targets.Looks(), _schedule, started, Now());
    }

    private long StartSilos()
    {
        foreach (var silo in silos)
            silo.StartProcess();
        return Now();
    }

    private long Memory() => silos.Sum(silo => silo.Memory);

    private long Now() => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What everything has cost up to a moment.</summary>
    private sealed record Reading(long At, TimeSpan Silos, TimeSpan? Postgres, long? Written, long Memory, int Complaints);
}
