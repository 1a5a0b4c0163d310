using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Incidents;

/// <summary>Puts into words that a website is still down, or that it was.</summary>
internal static class IncidentAlertWriter
{
    private const int NameLimit = 100;
    private const int BriefLimit = 159;

    public static AlertMessage WriteReminder(Alert alert)
    {
        if (alert.Flapping is not null)
            return FlappingAlertWriter.WriteReminder(alert);
        var duration = alert.DecidedAt - alert.StartedAt;
        var sentence = AlertWriter.Sentence(alert);
        return new AlertMessage
        {
            Subject = $"STILL DOWN for {DurationWords.InShort(duration)}: {AlertWriter.NameAndHost(alert, NameLimit)}",
            Headline = $"{AlertWriter.Name(alert, NameLimit)} is still down.",
            Explanation = $"It has been down for {DurationWords.InFull(duration)}, and nobody has acknowledged that.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Down since", AlertWriter.Moment(alert.StartedAt)),
                new("What is wrong", sentence),
            ],
            Next = alert.NextReminderAt is { } next
                ? $"We will remind you again on {AlertWriter.Moment(next)}, unless somebody acknowledges it, and will write as soon as it is back."
                : "We will write as soon as it is back.",
            Brief = PlainLine.From($"STILL DOWN for {DurationWords.InShort(duration)}: {AlertWriter.NameAndHost(alert, 40)}. {sentence}", BriefLimit, "..."),
        };
    }

    public static AlertMessage WritePast(Alert alert)
    {
        var endedAt = alert.EndedAt ?? alert.DecidedAt;
        var duration = endedAt - alert.StartedAt;
        var span = $"from {AlertWriter.Clock(alert.StartedAt)} to {AlertWriter.Clock(endedAt)}";
        return new AlertMessage
        {
            Subject = $"WAS DOWN for {DurationWords.InShort(duration)}: {AlertWriter.NameAndHost(alert, NameLimit)}, {span}",
            Headline = $"{AlertWriter.Name(alert, NameLimit)} was down {span}.",
            Explanation = $"It was down for {DurationWords.InFull(duration)} in your quiet hours, and is up again.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Down from", AlertWriter.Moment(alert.StartedAt)),
                new("Up again since", AlertWriter.Moment(endedAt)),
                new("What was wrong", AlertWriter.Sentence(alert)),
                new("Technical cause", AlertWriter.Cause(alert)),
            ],
            Next = $"We keep checking {DurationWords.Every(alert.Interval)} and will write if it goes down again.",
            Brief = PlainLine.From($"WAS DOWN for {DurationWords.InShort(duration)}: {AlertWriter.NameAndHost(alert, 40)}, {span}. It is up again.", BriefLimit, "..."),
        };
    }
}
