using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>How a start went, second by second, as the servers saw it.</summary>
/// <param name="Punctual">From the start of the processes until every second's checks came within a second, and went on doing so; null = not yet.</param>
/// <param name="EveryWebsite">From the start until each website had been looked at; null = not yet.</param>
internal sealed record Recovery(TimeSpan? Punctual, TimeSpan? EveryWebsite)
{
    private const int Second = 1000;

    /// <param name="looks">What the servers saw.</param>
    /// <param name="schedule">When each website is due.</param>
    /// <param name="start">When the processes were started, milliseconds since 1970.</param>
    /// <param name="end">Up to when the servers were watched.</param>
    public static Recovery Of(LookLog.Entry[] looks, IReadOnlyDictionary<int, (long First, long Period)> schedule, long start, long end)
    {
        var seen = new HashSet<int>();
        TimeSpan? every = null;
        var since = looks.Where(look => look.At >= start && look.At <= end).ToArray();
        foreach (var look in since)
            if (schedule.ContainsKey(look.Website) && seen.Add(look.Website) && seen.Count == schedule.Count)
                every = TimeSpan.FromMilliseconds(look.At - start);

        return new Recovery(PunctualFrom(since, schedule, start, end), every);
    }

    // From the end backwards: the last second of which more than one check in a hundred came more than a second late, or not at all.
    private static TimeSpan? PunctualFrom(LookLog.Entry[] since, IReadOnlyDictionary<int, (long First, long Period)> schedule, long start, long end)
    {
        var seconds = (int)((end - start) / Second) - 1;
        if (seconds <= 0)
            return null;
        var (due, inTime) = (new int[seconds], new int[seconds]);
        foreach (var (first, period) in schedule.Values)
            for (var moment = start + Punctuality.Modulo(first - start, period); moment < start + (long)seconds * Second; moment += period)
                due[(moment - start) / Second]++;
        foreach (var look in since)
        {
            if (!schedule.TryGetValue(look.Website, out var when))
                continue;
            var late = Punctuality.LateBy(when, look.At);
            var moment = look.At - late - start;
            if (late <= Second && moment >= 0 && moment / Second < seconds)
                inTime[moment / Second]++;
        }

        var last = seconds - 1;
        while (last >= 0 && inTime[last] >= due[last] * 0.99)
            last--;
        return last == seconds - 1 ? null : TimeSpan.FromSeconds(last + 1);
    }
}
