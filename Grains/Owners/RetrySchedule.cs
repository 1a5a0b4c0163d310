namespace UptimeSquirrel.Grains.Owners;

/// <summary>When to try again to tell somebody.</summary>
internal static class RetrySchedule
{
    /// <summary>How long an alert is tried before it is given up.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(48);

    private static readonly TimeSpan[] _delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    /// <summary>When to try next; null when it has been tried long enough.</summary>
    /// <param name="attempts">How often it was tried, at least once.</param>
    /// <param name="acceptedAt">Since when the alert waits.</param>
    /// <param name="now">When the last attempt ended.</param>
    /// <param name="spread">A number from 0 to 1 that keeps many retries from coming at the same moment: up to a fifth is added.</param>
    public static DateTimeOffset? NextAttempt(int attempts, DateTimeOffset acceptedAt, DateTimeOffset now, double spread)
    {
        var delay = _delays[Math.Clamp(attempts - 1, 0, _delays.Length - 1)];
        var next = now + delay * (1 + 0.2 * Math.Clamp(spread, 0, 1));
        return next - acceptedAt > GiveUpAfter ? null : next;
    }
}
