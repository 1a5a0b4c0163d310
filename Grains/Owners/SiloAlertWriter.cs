using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Puts an alert about a silo into words that its operator understands.</summary>
internal static class SiloAlertWriter
{
    private const int NameLimit = 100;
    private const int SentenceLimit = 400;
    private const int BriefLimit = 159;

    public static AlertMessage WriteDoubt(Alert alert)
    {
        var silo = PlainLine.From(alert.Silo, NameLimit);
        var why = PlainLine.From(alert.Problem.Sentence, SentenceLimit);
        return new AlertMessage
        {
            Subject = $"Silo {silo} cannot see the world",
            Headline = $"Silo {silo} cannot see the world.",
            Explanation = $"{why} It judges no website until it sees again. No owner was told.",
            Facts =
            [
                new("Silo", silo),
                new("In doubt since", AlertWriter.Moment(alert.StartedAt)),
                new("What it means", "Its checks go on, and those that fail are kept but not counted. Other silos, if there are any, look for it."),
                new("What to look at", "This silo's network: cable, router, name servers, firewall."),
            ],
            Next = $"It examines itself {DurationWords.Every(alert.Interval)} and will write again as soon as it trusts what it sees.",
            Brief = PlainLine.From($"Silo {PlainLine.From(silo, 40)} cannot see the world: {why}", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteRecovery(Alert alert)
    {
        var silo = PlainLine.From(alert.Silo, NameLimit);
        var endedAt = alert.EndedAt ?? alert.DecidedAt;
        var duration = endedAt - alert.StartedAt;
        return new AlertMessage
        {
            Subject = $"Silo {silo} sees the world again, after {DurationWords.InShort(duration)}",
            Headline = $"Silo {silo} sees the world again.",
            Explanation = $"It did not trust what it saw for {DurationWords.InFull(duration)}, and does now.",
            Facts =
            [
                new("Silo", silo),
                new("In doubt from", AlertWriter.Moment(alert.StartedAt)),
                new("Sure again since", AlertWriter.Moment(endedAt)),
                new("What it had seen", PlainLine.From(alert.Problem.Sentence, SentenceLimit)),
            ],
            Next = "Its checks count again.",
            Brief = PlainLine.From($"Silo {PlainLine.From(silo, 40)} sees the world again, after {DurationWords.InShort(duration)}.", BriefLimit, "..."),
        };
    }
}
