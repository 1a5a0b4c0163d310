namespace UptimeSquirrel.Grains.Websites;

/// <summary>What a reminder tick means. It may come late, twice or not at all.</summary>
internal static class TickRules
{
    /// <summary>Whether this tick repeats one that was served already.</summary>
    public static bool IsRepeat(DateTimeOffset? lastServed, DateTimeOffset now, TimeSpan interval) =>
        lastServed is { } last && now - last < interval / 2;

    /// <summary>How many ticks never came between the last one served and this one.</summary>
    public static int Missed(DateTimeOffset? lastServed, DateTimeOffset now, TimeSpan interval) =>
        lastServed is { } last ? Math.Max(0, (int)Math.Round((now - last) / interval) - 1) : 0;

    /// <summary>Whether the check that was due at a moment has been made, or begun: a tick was served then, a little before or any time after.</summary>
    public static bool IsServed(DateTimeOffset? lastServed, DateTimeOffset dueAt, TimeSpan interval) =>
        lastServed is { } last && dueAt - last < interval / 2;

    /// <summary>How long after its moment a tick is served; a clock that is behind makes nothing early.</summary>
    public static TimeSpan Lateness(DateTimeOffset dueAt, DateTimeOffset now) => now > dueAt ? now - dueAt : TimeSpan.Zero;
}
