using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Heartbeats;

/// <summary>When a job has to call, and whether what its owner said about that can be taken.</summary>
internal static class HeartbeatSettingsRules
{
    private static readonly TimeSpan _usualEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(31);
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMinutes(5);

    /// <summary>The settings after the changes; null for everything but a heartbeat.</summary>
    public static HeartbeatSettings? Apply(WebsiteUrl url, HeartbeatSettings? current, WebsiteChanges changes)
    {
        if (url.Kind != WebsiteKind.Heartbeat)
            return null;
        var every = changes.Interval ?? current?.Every ?? _usualEvery;
        var isOwnGrace = current is not null && current.Grace != HeartbeatRules.UsualGrace(current.Every);
        return new HeartbeatSettings(every, changes.Grace ?? (isOwnGrace ? current!.Grace : HeartbeatRules.UsualGrace(every)));
    }

    /// <summary>How often to look whether the job has called: often enough to notice when nobody was there to be called, but not more often than it calls.</summary>
    public static TimeSpan LookEvery(HeartbeatSettings heartbeat, ChecksOptions options)
    {
        var every = _lookEvery > options.MinimumInterval ? _lookEvery : options.MinimumInterval;
        return heartbeat.Every < every ? heartbeat.Every : every;
    }

    /// <summary>What is wrong with the changes, as far as it is about the kind of what is watched.</summary>
    public static IEnumerable<SettingProblem> FindProblems(WebsiteUrl url, WebsiteChanges changes, ChecksOptions options)
    {
        if (url.Kind == WebsiteKind.Heartbeat)
        {
            if (changes.Interval is { } every && (every < options.MinimumInterval || every > _longest))
                yield return new("interval", $"The job cannot be expected every {Duration.Format(every)}: expected {Duration.Format(options.MinimumInterval)} to {Duration.Format(_longest)}.");
            if (changes.Grace is { } grace && (grace < TimeSpan.Zero || grace > _longest))
                yield return new("grace", $"The grace {Duration.Format(grace)} cannot be taken: expected 0s to {Duration.Format(_longest)}.");
            if (changes.Timeout is not null)
                yield return new("timeout", $"{url} has no timeout: a job calls us, and nobody waits for its answer.");
        }
        else if (changes.Grace is not null)
        {
            yield return new("grace", $"{url} has no grace: that is for jobs that call us, such as heartbeat://nightly-backup.");
        }

        if (changes.Accept is not null && url.Kind != WebsiteKind.Website)
            yield return new("accept", $"{url} has no status to accept: only websites answer with one.");
    }
}
