using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output;

/// <summary>An outage that is not over, for people.</summary>
internal static class OpenIncidentText
{
    public static string Of(OpenIncident open, TimeProvider clock) => $"{open.Url} since {Wording.Local(open.StartedAt, clock)}{(open.BeganFlapping ? ", told as flapping" : "")}, {Reaction(open, clock)}";

    /// <summary>What somebody did about it, or what happens because nobody did.</summary>
    public static string Reaction(OpenIncident open, TimeProvider clock)
    {
        if (open.Acknowledged is { } acknowledged)
            return $"acknowledged by {acknowledged.By} {Wording.Ago(acknowledged.At, clock.GetUtcNow())}{(acknowledged.Note is { } note ? $": {note}" : "")}";
        if (open.MutedUntil is { } until && until > clock.GetUtcNow())
            return $"muted until {Wording.Local(until, clock)}";
        return open.NextReminderAt is { } next ? $"not acknowledged, next reminder {Wording.Local(next, clock)}" : "not acknowledged";
    }
}
