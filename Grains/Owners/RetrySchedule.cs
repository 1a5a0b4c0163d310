namespace UptimeSquirrel.Grains.Owners;

/// <summary>When to try again to tell somebody.</summary>
internal static class RetrySchedule
{
    /// <summary>How long an alert is tried before it is given up.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(48);

    private static readonly TimeSpan _longestAsked = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longestHold = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] _delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    /// <summary>When to try an alert next; null when it has been tried long enough.</summary>
    /// <param name="attempts">How often it was tried, at least once.</param>
    /// <param name="acceptedAt">Since when the alert waits.</param>
    /// <param name="now">When the last attempt ended.</param>
    /// <param name="spread">A number from 0 to 1 that keeps many retries from coming at the same moment: up to a fifth is added.</param>
    /// <param name="asked">How long the other side wants to be left alone, which then counts instead, up to an hour; null when it did not say.</param>
    public static DateTimeOffset? NextAttempt(int attempts, DateTimeOffset acceptedAt, DateTimeOffset now, double spread, TimeSpan? asked = null)
    {
        var next = now + Spread(Asked(asked) ?? Delay(attempts), spread);
        return next - acceptedAt > GiveUpAfter ? null : next;
    }

    /// <summary>
    /// Until when to leave a channel alone that failed, whatever waits for it: a minute at most, or as long as it asked for. Thousands of
    /// alerts then do not knock on a closed door one after the other, and one more still finds out soon that it is open again.
    /// </summary>
    public static DateTimeOffset LeaveAloneUntil(int failures, DateTimeOffset now, double spread, TimeSpan? asked)
    {
        var delay = Delay(failures);
        return now + Spread(Asked(asked) ?? (delay < _longestHold ? delay : _longestHold), spread);
    }

    private static TimeSpan Delay(int failures) => _delays[Math.Clamp(failures - 1, 0, _delays.Length - 1)];

    private static TimeSpan? Asked(TimeSpan? asked) => asked is not { } time ? null : time < _delays[0] / 5 ? _delays[0] / 5 : time < _longestAsked ? time : _longestAsked;

    private static TimeSpan Spread(TimeSpan delay, double spread) => delay * (1 + 0.2 * Math.Clamp(spread, 0, 1));
}
