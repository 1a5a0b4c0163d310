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
}
