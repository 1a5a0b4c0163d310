using System.Globalization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with a job.</summary>
internal static class HeartbeatText
{
    public static string? Sentence(CheckResult result, KindFacts facts, FailureKind kind)
    {
        var job = facts.Url.Label;
        return kind switch
        {
            FailureKind.HeartbeatSilent when facts.HeardAt is { } heardAt =>
                $"{job} has not called since {Moment(heardAt)}; it had to call by {Moment(facts.DueAt)}.",
            FailureKind.HeartbeatSilent => $"{job} has never called; it had to call by {Moment(facts.DueAt)}.",
            FailureKind.HeartbeatFailed => $"{job} called at {Moment(facts.HeardAt)} to say that it failed.",
            FailureKind.HeartbeatAwaited => $"{job} has not called yet; it has time until {Moment(facts.DueAt)}.",
            FailureKind.CheckSkipped => "A heartbeat cannot be looked at: the job calls us, and 'squirrel status' says when it last did.",
            _ => null,
        };
    }

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("d MMM yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "some time";
}
