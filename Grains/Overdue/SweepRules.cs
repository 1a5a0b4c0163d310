namespace UptimeSquirrel.Grains.Overdue;

/// <summary>Which moments a sweep looks at.</summary>
internal static class SweepRules
{
    /// <summary>How long a check has before it is missed: most are made and recorded by then, and asking about one that is not changes nothing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>How far back the first sweep of a silo looks, and one whose part of the ring has changed or whose database was away.</summary>
    /// <remarks>
    /// A silo that vanishes is missed after 9 seconds and one that is started again needs a minute at most, so what fell between them is
    /// not older. Further back would find half of all websites after a long stop, and those come with their own ticks just as soon.
    /// </remarks>
    public static readonly TimeSpan Reach = TimeSpan.FromMinutes(2);

    /// <summary>From after one moment up to another.</summary>
    /// <param name="sweptTo">Up to where everything is done; null when that is not known.</param>
    /// <param name="now">The present.</param>
    public static (DateTimeOffset After, DateTimeOffset UpTo) Window(DateTimeOffset? sweptTo, DateTimeOffset now)
    {
        var farthest = now - Grace - Reach;
        return (sweptTo > farthest ? sweptTo.Value : farthest, now - Grace);
    }
}
