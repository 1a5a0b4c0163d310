using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Heartbeats;

/// <summary>Whether a job has called in time.</summary>
internal static class HeartbeatRules
{
    private static readonly TimeSpan _shortestUsualGrace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestUsualGrace = TimeSpan.FromHours(1);
    private static readonly TimeSpan _lateTick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _writeEvery = TimeSpan.FromSeconds(5);

    /// <summary>One look is enough: that nobody has called is certain at once, and so is a call.</summary>
    public static Patience Patience { get; } = new(RecheckDelays: [], SuccessesBeforeUp: 1);

    /// <summary>There is nobody to ask: calls come to one grain.</summary>
    public static SecondLook NobodyElse { get; } = new(SecondLookOutcome.Agreed, []);

    public static TimeSpan UsualGrace(TimeSpan every) => TimeSpan.FromTicks(Math.Clamp(every.Ticks / 10, _shortestUsualGrace.Ticks, _longestUsualGrace.Ticks));

    /// <summary>By when the job has to call. Silence counts from its last call, but not while nobody was there to hear it.</summary>
    public static DateTimeOffset DueAt(WebsiteState website)
    {
        var (settings, heartbeat) = (website.Settings.Heartbeat!, website.Heartbeat!);
        var from = Later(heartbeat.ListeningSince, heartbeat.HeardAt);

        // Before the first call after a registration or a pause, there was no call to wait for.
        if (website.Standing == Standing.Pending)
            from = Later(from, website.Since);
        return from + settings.Every + settings.Grace;
    }

    /// <summary>What there is to see now.</summary>
    public static CheckResult Look(WebsiteState website, DateTimeOffset now)
    {
        var (heartbeat, dueAt) = (website.Heartbeat!, DueAt(website));
        var hasCalled = heartbeat.HeardAt is { } heardAt && (website.Standing != Standing.Pending || heardAt >= website.Since);
        var isMissed = website.Standing == Standing.Down && !(heartbeat.HeardAt >= website.Trouble?.StartedAt);

        // What it reported before a pause is over with it.
        var failedAt = website.Standing != Standing.Pending || heartbeat.FailedAt >= website.Since ? heartbeat.FailedAt : null;
        var failure = failedAt is not null ? FailureKind.HeartbeatFailed
            : now >= dueAt || isMissed ? FailureKind.HeartbeatSilent
            : hasCalled ? FailureKind.None
            : FailureKind.HeartbeatAwaited;
        return new CheckResult
        {
            At = now,
            Took = TimeSpan.Zero,
            Failure = failure,
            Detail = failure switch
            {
                FailureKind.None => null,
                FailureKind.HeartbeatFailed => "the job reported a failure",
                FailureKind.HeartbeatSilent => "no call in time",
                _ => "no call yet",
            },
            Facts = new KindFacts { Kind = WebsiteKind.Heartbeat, Url = website.Url, HeardAt = failedAt ?? heartbeat.HeardAt, DueAt = dueAt },
        };
    }

    /// <summary>The moment at which what is seen began: the call, or the end of the job's time.</summary>
    public static DateTimeOffset Moment(CheckResult look) => look switch
    {
        { Failure: FailureKind.HeartbeatSilent, Facts.DueAt: { } dueAt } => dueAt,
        { Failure: FailureKind.HeartbeatFailed or FailureKind.None, Facts.HeardAt: { } heardAt } => heardAt,
        _ => look.At,
    };

    /// <summary>How soon to look again ahead of schedule, so that a job is missed when its time is over, and not at the next tick; null = the tick will do.</summary>
    public static TimeSpan? LookAgainIn(WebsiteState website, DateTimeOffset now)
    {
        var left = DueAt(website) - now;
        return website.Standing is Standing.Pending or Standing.Up && left > TimeSpan.Zero && left <= website.Settings.Interval ? left : null;
    }

    /// <summary>Whether nobody was there to be called between two looks, so that the silence may be ours.</summary>
    public static bool WasAway(DateTimeOffset lastLook, DateTimeOffset now, TimeSpan interval) => now - lastLook > interval + _lateTick;

    /// <summary>How long a call may wait before it is written down: not at all, unless one was written a moment ago.</summary>
    public static TimeSpan WriteIn(DateTimeOffset? written, DateTimeOffset now)
    {
        var left = written is { } last ? last + _writeEvery - now : TimeSpan.Zero;
        return left > TimeSpan.Zero && left <= _writeEvery ? left : TimeSpan.Zero;
    }

    /// <summary>A heartbeat nobody has heard of.</summary>
    public static HeartbeatState? New(WebsiteSettings settings, string secret, DateTimeOffset now) =>
        settings.Heartbeat is null ? null : new HeartbeatState { Secret = secret, ListeningSince = now };

    /// <summary>What is remembered when the settings change: a new rhythm begins now, unless the job is missed already.</summary>
    public static HeartbeatState? WithSettings(WebsiteState website, WebsiteSettings settings, DateTimeOffset now) =>
        website.Heartbeat is { } heartbeat && website.Standing != Standing.Down && website.Settings.Heartbeat != settings.Heartbeat
            ? heartbeat with { ListeningSince = now }
            : website.Heartbeat;

    public static HeartbeatState Heard(HeartbeatState heartbeat, HeartbeatCall call, DateTimeOffset now) =>
        call == HeartbeatCall.Failed ? heartbeat with { FailedAt = now } : heartbeat with { HeardAt = now, FailedAt = null };

    /// <summary>What is known from two memories of the same heartbeat: the secret of the first, and the later call.</summary>
    public static HeartbeatState? Merge(HeartbeatState? present, HeartbeatState? other) =>
        present is not null && other?.HeardAt > (present.HeardAt ?? DateTimeOffset.MinValue) ? present with { HeardAt = other.HeardAt, FailedAt = other.FailedAt } : present;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
