using System.Globalization;
using Npgsql;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>One after the other, others' monitors and ours look at the same websites at the same pace, each measured in the same way from outside.</summary>
internal sealed class BesideRun(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
{
    private const double AtPace = 0.9;
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _logDelay = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly List<BesideRow> _rows = [];
    private long _read;
    private bool _hasFailed;

    public static async Task<int> RunAsync(BesidePlan plan, CancellationToken cancellationToken)
    {
        if (plan.FindProblems().ToList() is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
                Console.Error.WriteLine(problem);
            return 2;
        }

        using var targets = await TargetProcess.StartAsync(TargetPlan.Prompt);
        Write($"{Environment.ProcessorCount} cores, load average {await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)}");
        return await new BesideRun(plan, targets, cancellationToken).MeasureAllAsync();
    }

    private async Task<int> MeasureAllAsync()
    {
        foreach (var make in Contenders.Of(plan))
        {
            await using var contender = make();
            if (contender.MissingPackages is { } packages)
                Write($"{contender.Name} is left out: 'apt-get install --no-install-recommends {packages}' brings what it needs.");
            else
                await TryAsync(contender);
        }

        var bare = _rows.Find(row => row.Name == BareContender.Title);
        Console.WriteLine(BesideRow.Heading);
        foreach (var row in _rows)
            Console.WriteLine(row.ToLine(bare));
        return _hasFailed || _rows.Any(row => !row.KeepsUp) ? 1 : 0;
    }

    // One that does not run must not cost the figures of the others.
    private async Task TryAsync(IContender contender)
    {
        Write($"{contender.Name}: starting");
        try
        {
            _rows.Add(await MeasureAsync(contender));
        }
        catch (Exception e) when (e is InvalidOperationException or NpgsqlException)
        {
            _hasFailed = true;
            Write($"{contender.Name} is left out: {e.Message}");
        }
    }

    private async Task<BesideRow> MeasureAsync(IContender contender)
    {
        await contender.StartAsync(plan, targets, cancellationToken);
        await WaitForPaceAsync(contender);
        await Task.Delay(_settling, _clock, cancellationToken);
        var before = Take(contender);
        await Task.Delay(plan.Length, _clock, cancellationToken);
        var after = Take(contender);
        var memory = contender.Processes.Sum(ProcessFamily.Memory);
        ThrowIfGone(contender);
        await Task.Delay(_logDelay, _clock, cancellationToken);
        return Describe(contender, before, after, memory);
    }

    private BesideRow Describe(IContender contender, Reading before, Reading after, long memory)
    {
        var looks = Looks().Where(look => look.At >= before.At && look.At < after.At).ToArray();
        if (looks.Length == 0)
            throw new InvalidOperationException($"it looked at no website in {plan.Length.TotalSeconds:0} seconds. It said last:\n{contender.LastWords}");
        var own = after.Own - before.Own;
        var seconds = (after.At - before.At) / 1000.0;
        var others = after.Machine - before.Machine - own - (after.Targets - before.Targets);
        var row = new BesideRow(
            contender.Name, plan.PerSecond, looks.Length / seconds, looks.Select(look => look.Website).Distinct().Count(), own.TotalSeconds / looks.Length * 1000, memory,
            Math.Max(0, others.TotalSeconds / seconds));
        Write($"{contender.Name}: {row.PerSecond:0} checks a second, {row.CpuPer1000:0.000} s of processor time for 1,000, {row.Bytes >> 20} MB");
        if (!row.KeepsUp)
            Console.WriteLine(contender.LastWords);
        return row;
    }

    // Who cannot keep the pace is measured at the one that it has.
    private async Task WaitForPaceAsync(IContender contender)
    {
        Looks();
        var began = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(began) < _longestStart)
        {
            await Task.Delay(_step, _clock, cancellationToken);
            if (Looks().Length >= plan.PerSecond * _step.TotalSeconds * AtPace)
                return;
            ThrowIfGone(contender);
        }
    }

    private static void ThrowIfGone(IContender contender)
    {
        if (contender.Processes.FirstOrDefault(process => !Directory.Exists($"/proc/{process}")) is var gone and not 0)
            throw new InvalidOperationException($"its process {gone} ended while it was to check websites. It said last:\n{contender.LastWords}");
    }

    private LookLog.Entry[] Looks()
    {
        var looks = targets.Looks(from: _read);
        _read += looks.Length;
        return looks;
    }

    private Reading Take(IContender contender) => new(
        _clock.GetUtcNow().ToUnixTimeMilliseconds(),
        contender.Processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + ProcessorTime.OfFamily(process)),
        ProcessorTime.OfFamily(targets.ProcessId),
        MachineTime.Busy());

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());

    /// <summary>What everything has cost up to a moment.</summary>
    private sealed record Reading(long At, TimeSpan Own, TimeSpan Targets, TimeSpan Machine);
}
