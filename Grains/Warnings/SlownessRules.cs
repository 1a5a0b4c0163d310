namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Whether a website is slow: so many looks in a row decide, never one. Slow is not down.</summary>
internal static class SlownessRules
{
    private const int FewestLooks = 3;
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(30);

    /// <summary>How many looks in a row change our mind: as many as it takes to call a website down, but three at least.</summary>
    public static int LooksNeeded(int failuresBeforeDown) => Math.Max(FewestLooks, failuresBeforeDown);

    /// <summary>How far two looks must be apart to count as two: those that follow at once meet the same hiccup.</summary>
    public static TimeSpan Apart(TimeSpan interval) => interval / 2 < _apart ? interval / 2 : _apart;

    /// <param name="before">What is remembered; null = the website is fast.</param>
    /// <param name="isSlow">What the look saw; null when it saw no website that is up.</param>
    /// <param name="at">When the look began.</param>
    /// <param name="needed">How many looks in a row decide.</param>
    /// <param name="apart">How far two looks must be apart to count as two.</param>
    public static SlownessStep Observe(Slowness? before, bool? isSlow, DateTimeOffset at, int needed, TimeSpan apart) => (before, isSlow) switch
    {
        (null, true) => new(new Slowness(at, at, 1), SlownessNews.None),
        (null, _) => new(null, SlownessNews.None),
        ({ IsTold: false }, not true) => new(null, SlownessNews.None),
        ({ IsTold: true }, not false) => new(before.Looks == 0 ? before : before with { Looks = 0, FastSince = null }, SlownessNews.None),

        // A clock that was set back must not stop the count.
        _ when (at - before.CountedAt).Duration() < apart => new(before, SlownessNews.None),
        ({ IsTold: false }, _) => Count(before with { Looks = before.Looks + 1, CountedAt = at }, needed, SlownessNews.BecameSlow),
        _ => Count(before with { Looks = before.Looks + 1, CountedAt = at, FastSince = before.FastSince ?? at }, needed, SlownessNews.FastAgain),
    };

    private static SlownessStep Count(Slowness next, int needed, SlownessNews news) => new(next, next.Looks >= needed ? news : SlownessNews.None);
}

/// <summary>What one look changes.</summary>
/// <param name="Next">What to remember; with news it is for the caller to write down that it is told.</param>
/// <param name="News">What there is to tell.</param>
internal readonly record struct SlownessStep(Slowness? Next, SlownessNews News);

/// <summary>What there is to tell about how fast a website is.</summary>
internal enum SlownessNews
{
    None,
    BecameSlow,
    FastAgain,
}
