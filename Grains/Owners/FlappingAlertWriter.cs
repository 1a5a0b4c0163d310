using System.Globalization;
using UptimeSquirrel.Grains.Flapping;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Puts into words that a website goes down and comes back again and again, and that it has stopped doing so.</summary>
internal static class FlappingAlertWriter
{
    private const int NameLimit = 100;
    private const int BriefLimit = 159;

    public static AlertMessage WriteStart(Alert alert)
    {
        var (name, host, outages) = (AlertWriter.Name(alert, NameLimit), AlertWriter.NameAndHost(alert, NameLimit), Outages(alert));
        return new AlertMessage
        {
            Subject = $"FLAPPING: {host}, {outages} since {AlertWriter.Clock(Since(alert))}",
            Headline = $"{name} is flapping.",
            Explanation = $"{name} is down again, for the {Ordinal(alert)} time within an hour. There are no more single alerts until it is steady.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Outages", $"{outages} since {AlertWriter.Moment(Since(alert))}"),
                new("Down since", AlertWriter.Moment(alert.StartedAt)),
                new("What is wrong", AlertWriter.Sentence(alert)),
                new("Technical cause", AlertWriter.Cause(alert)),
            ],
            Next = $"We keep checking {DurationWords.Every(alert.Interval)}, keep a record of every outage, and will write once it has been up or down " +
                   $"for {DurationWords.InFull(FlappingRules.SteadyAfter)} without a change.",
            Brief = PlainLine.From($"FLAPPING: {AlertWriter.NameAndHost(alert, 40)}, {outages} since {AlertWriter.Clock(Since(alert))}. No more single alerts until it is steady.", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteReminder(Alert alert)
    {
        var (name, host, outages) = (AlertWriter.Name(alert, NameLimit), AlertWriter.NameAndHost(alert, NameLimit), Outages(alert));
        var sentence = AlertWriter.Sentence(alert);
        return new AlertMessage
        {
            Subject = $"STILL FLAPPING: {host}, {outages} since {AlertWriter.Clock(Since(alert))}",
            Headline = $"{name} is still flapping.",
            Explanation = $"There were {outages} so far, and nobody has acknowledged that. At the moment it is {(alert.EndedAt is null ? "down" : "up")}.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Outages", $"{outages} since {AlertWriter.Moment(Since(alert))}"),
                alert.EndedAt is { } ended ? new("Up since", AlertWriter.Moment(ended)) : new("Down since", AlertWriter.Moment(alert.StartedAt)),
                .. sentence.Length > 0 ? [new AlertFact("What is wrong", sentence)] : Array.Empty<AlertFact>(),
            ],
            Next = alert.NextReminderAt is { } next
                ? $"We will remind you again on {AlertWriter.Moment(next)}, unless somebody acknowledges it, and will write once it is steady."
                : "We will write once it is steady.",
            Brief = PlainLine.From($"STILL FLAPPING: {AlertWriter.NameAndHost(alert, 40)}, {outages} since {AlertWriter.Clock(Since(alert))}. It is not steady yet.", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteEnd(Alert alert)
    {
        var (name, host, outages) = (AlertWriter.Name(alert, NameLimit), AlertWriter.NameAndHost(alert, NameLimit), Outages(alert));
        var what = alert.EndedAt is null ? "down" : "up";
        return new AlertMessage
        {
            Subject = $"Steady again, {what.ToUpperInvariant()}: {host}, {outages} in all",
            Headline = $"{name} is steady again: it is {what}.",
            Explanation = $"It has been {what} for {DurationWords.InFull(FlappingRules.SteadyAfter)} or longer, after {outages} in all.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Outages", $"{outages} since {AlertWriter.Moment(Since(alert))}"),
                .. alert.EndedAt is { } ended ? [new AlertFact("Up since", AlertWriter.Moment(ended))] : Array.Empty<AlertFact>(),
                new(alert.EndedAt is null ? "What is wrong" : "What was wrong last", AlertWriter.Sentence(alert)),
                new("Technical cause", AlertWriter.Cause(alert)),
            ],
            Next = $"We keep checking {DurationWords.Every(alert.Interval)} and will write of every change again.",
            Brief = PlainLine.From($"Steady again, {what.ToUpperInvariant()}: {AlertWriter.NameAndHost(alert, 40)}, {outages} since {AlertWriter.Clock(Since(alert))}.", BriefLimit, "..."),
        };
    }

    private static DateTimeOffset Since(Alert alert) => alert.Flapping?.Since ?? alert.StartedAt;

    private static string Outages(Alert alert) =>
        alert.Flapping is { Outages: not 1 } flapping ? $"{flapping.Outages.ToString(CultureInfo.InvariantCulture)} outages" : "1 outage";

    private static string Ordinal(Alert alert) => alert.Flapping?.Outages switch
    {
        null or 1 => "first",
        2 => "second",
        3 => "third",
        { } count => count.ToString(CultureInfo.InvariantCulture) + "th",
    };
}
