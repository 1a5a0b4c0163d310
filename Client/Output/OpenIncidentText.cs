using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output;

/// <summary>An outage that is not over, for people.</summary>
internal static class OpenIncidentText
{
    public static string Of(OpenIncident open, TimeProvider clock)
    {
        var what = $"{open.Url} since {Wording.Local(open.StartedAt, clock)}";
        if (open.Acknowledged is { } acknowledged)
            return $"{what}, acknowledged by {PlainText.Start(acknowledged.By)}{(acknowledged.Note is { } note ? $": {note}" : "")}";
        if (open.MutedUntil is { } until && until > clock.GetUtcNow())
            return $"{what}, muted until {Wording.Local(until, clock)}";
        return open.NextReminderAt is { } next ? $"{what}, next reminder {Wording.Local(next, clock)}" : what;
    }
}
