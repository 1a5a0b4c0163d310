namespace UptimeSquirrel.Grains.Websites;

/// <summary>What a reminder tick means. It may come late, twice or not at all.</summary>
internal static class TickRules
{
    private static readonly TimeSpan _clocksDiffer = TimeSpan.FromSeconds(2);

    // A timer may be a little early.
    private static readonly TimeSpan _earliest = TimeSpan.FromMilliseconds(500);

    /// <summary>The due moment that a tick is for: one sent off by a silo that was frozen meanwhile is for the last, which others have served.</summary>
    /// <param name="first">The first due moment, UTC.</param>
    /// <param name="period">How far due moments are apart.</param>
    /// <param name="sentAt">When the tick was sent off, UTC.</param>
    public static DateTimeOffset DueAt(DateTime first, TimeSpan period, DateTime sentAt)
    {
        var since = sentAt + _earliest - first;
        return new DateTimeOffset(period > TimeSpan.Zero && since > TimeSpan.Zero ? first + (Math.Floor(since / period) * period) : first, TimeSpan.Zero);
    }

    /// <summary>Whether this tick repeats one that was served already: it is for the same due moment, whenever that was served.</summary>
    /// <param name="served">The due moment that was served last; null when that is not known.</param>
    /// <param name="dueAt">The due moment of this tick.</param>
    /// <param name="interval">How far due moments are apart.</param>
    public static bool IsRepeat(DateTimeOffset? served, DateTimeOffset dueAt, TimeSpan interval) =>
        served is { } last && (dueAt - last).Duration() < interval / 2;

    /// <summary>How many due moments were never served between the last one that was and this one.</summary>
    public static int Missed(DateTimeOffset? served, DateTimeOffset dueAt, TimeSpan interval) =>
        served is { } last ? Math.Max(0, (int)Math.Round((dueAt - last) / interval) - 1) : 0;

    /// <summary>Whether the check that was due at a moment has been made, or begun: that moment or a later one was served.</summary>
    /// <remarks>A moment in the future is none that can be trusted: the clock was set back since.</remarks>
    public static bool IsServed(DateTimeOffset? served, DateTimeOffset dueAt, DateTimeOffset now, TimeSpan interval) =>
        served is { } last && dueAt - last < interval / 2 && last - now < _clocksDiffer;

    /// <summary>How long after its moment a tick is served; a clock that is behind makes nothing early.</summary>
    public static TimeSpan Lateness(DateTimeOffset dueAt, DateTimeOffset now) => now > dueAt ? now - dueAt : TimeSpan.Zero;
}
