using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>What the servers saw, held against when each website was due: all of it measured from outside.</summary>
/// <param name="Due">Checks that were due in that time.</param>
/// <param name="Made">Those of them that were made before the next was due.</param>
/// <param name="Looks">Requests that came in all, also the second looks at websites that fail.</param>
/// <param name="Lateness">How late each was that was made in that time, in milliseconds, the smallest first.</param>
internal sealed record Punctuality(long Due, long Made, int Looks, IReadOnlyList<int> Lateness)
{
    // A timer may be a little early.
    private const int Early = 500;

    public double Coverage => Due == 0 ? 1 : (double)Made / Due;

    public TimeSpan LateBy(double share) => Lateness.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Quantiles.Of(Lateness, share));

    /// <param name="looks">What the servers saw.</param>
    /// <param name="schedule">For each website one of its due moments and its interval; only those that answer well, for others are looked at between times too.</param>
    /// <param name="begin">From when, milliseconds since 1970.</param>
    /// <param name="end">Up to when; what was due in the last half interval before, but at most ten seconds, may still come and is not counted.</param>
    public static Punctuality Of(LookLog.Entry[] looks, IReadOnlyDictionary<int, (long First, long Period)> schedule, long begin, long end)
    {
        // What was due at the very end has not had its time yet.
        var grace = schedule.Count > 0 ? Math.Min(schedule.First().Value.Period / 2, 10_000) : 0;
        var lateness = new List<int>();
        var served = new Dictionary<int, long>();
        var (all, made) = (0, 0L);
        foreach (var look in looks)
        {
            if (look.At < begin || look.At > end)
                continue;
            all++;
            if (!schedule.TryGetValue(look.Website, out var when))
                continue;
            var due = DueAt(when, look.At);
            if (served.TryGetValue(look.Website, out var last) && last >= due)
                continue;
            served[look.Website] = due;
            lateness.Add((int)Math.Max(0, look.At - due));
            made += due >= begin && due <= end - grace ? 1 : 0;
        }

        lateness.Sort();
        return new Punctuality(schedule.Values.Sum(when => Moments(when, begin, end - grace)), made, all, lateness);
    }

    /// <summary>How many milliseconds a look comes after the moment that it is for; less than nothing when it is a little early.</summary>
    internal static long LateBy((long First, long Period) when, long at) => Modulo(at + Early - when.First, when.Period) - Early;

    /// <summary>What is left of a value when all whole periods are taken away; never less than nothing.</summary>
    internal static long Modulo(long value, long by) => (value % by + by) % by;

    private static long DueAt((long First, long Period) when, long at) => at - LateBy(when, at);

    // Due moments from one up to the other.
    private static long Moments((long First, long Period) when, long from, long to) =>
        to < from ? 0 : Floor(to - when.First, when.Period) - Floor(from - 1 - when.First, when.Period);

    private static long Floor(long value, long by) => (value - Modulo(value, by)) / by;
}
