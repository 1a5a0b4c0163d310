using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Puts an alert about a website that is up into words that a shop owner understands.</summary>
internal static class WarningAlertWriter
{
    private const int NameLimit = 100;
    private const int BriefLimit = 159;

    public static AlertMessage WriteExpiry(Alert alert)
    {
        var facts = Clean(alert.Expiry!);
        var soon = WarningText.In(facts.ExpiresAt, alert.DecidedAt);
        var what = facts.IsDomain ? "Domain" : "Certificate";
        return new AlertMessage
        {
            Subject = $"{what} expires {soon}: {AlertWriter.NameAndHost(alert, NameLimit)}",
            Headline = $"{WarningText.Thing(facts)} expires {soon}.",
            Explanation = facts.IsDomain
                ? "Nothing is wrong yet. When a domain expires, its website and its mail stop working, and somebody else may take it."
                : "Nothing is wrong yet. When a certificate has expired, browsers keep visitors away from the website.",
            Facts = Details(alert, facts, "Expires"),
            Next = "Please see to it that it is renewed. We will write again when less time is left, and once when it is renewed.",
            Brief = PlainLine.From($"{WarningText.Thing(facts)} expires {soon}, on {WarningText.Day(facts.ExpiresAt)}.", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteRenewal(Alert alert)
    {
        var facts = Clean(alert.Expiry!);
        var what = facts.IsDomain ? "Domain" : "Certificate";
        var until = WarningText.Day(facts.ExpiresAt);
        return new AlertMessage
        {
            Subject = $"{what} renewed: {AlertWriter.NameAndHost(alert, NameLimit)}, good until {until}",
            Headline = $"{WarningText.Thing(facts)} was renewed.",
            Explanation = $"It is good until {until}. There is nothing left to do.",
            Facts = Details(alert, facts, "Good until"),
            Next = "We will write when it is about to expire again.",
            Brief = PlainLine.From($"{WarningText.Thing(facts)} was renewed and is good until {until}.", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteSlow(Alert alert)
    {
        var facts = alert.Slowness!;
        return new AlertMessage
        {
            Subject = $"SLOW: {AlertWriter.NameAndHost(alert, NameLimit)}, {WarningText.Seconds(facts.Took)}",
            Headline = $"{AlertWriter.Name(alert, NameLimit)} is slow.",
            Explanation = WarningText.Sentence(facts, alert.Kind),
            Facts =
            [
                AlertWriter.Address(alert),
                new("Slow since", AlertWriter.Moment(alert.StartedAt)),
                new("The last check took", WarningText.Seconds(facts.Took)),
                new("Called slow after", WarningText.Seconds(facts.Limit)),
            ],
            Next = $"We keep checking {DurationWords.Every(alert.Interval)} and will write when it is fast again.",
            Brief = PlainLine.From($"SLOW: {AlertWriter.NameAndHost(alert, 40)}. {WarningText.Sentence(facts, alert.Kind)}", BriefLimit, "..."),
        };
    }

    public static AlertMessage WriteFastAgain(Alert alert)
    {
        var facts = alert.Slowness!;
        var (endedAt, duration) = (alert.EndedAt ?? alert.DecidedAt, (alert.EndedAt ?? alert.DecidedAt) - alert.StartedAt);
        return new AlertMessage
        {
            Subject = $"Fast again: {AlertWriter.NameAndHost(alert, NameLimit)}, slow for {DurationWords.InShort(duration)}",
            Headline = $"{AlertWriter.Name(alert, NameLimit)} is fast again.",
            Explanation = $"It was slow for {DurationWords.InFull(duration)}, from the first slow check to the first fast one.",
            Facts =
            [
                AlertWriter.Address(alert),
                new("Slow from", AlertWriter.Moment(alert.StartedAt)),
                new("Fast again since", AlertWriter.Moment(endedAt)),
                new("The last check took", WarningText.Seconds(facts.Took)),
                new("Called slow after", WarningText.Seconds(facts.Limit)),
            ],
            Next = $"We keep checking {DurationWords.Every(alert.Interval)} and will write if it becomes slow again.",
            Brief = PlainLine.From($"Fast again: {AlertWriter.NameAndHost(alert, 40)}, slow for {DurationWords.InShort(duration)}.", BriefLimit, "..."),
        };
    }

    private static List<AlertFact> Details(Alert alert, ExpiryFacts facts, string until)
    {
        List<AlertFact> details = [AlertWriter.Address(alert), new(facts.IsDomain ? "Domain" : "Certificate for", facts.Name)];
        if (facts.Issuer is { } issuer)
            details.Add(new("Issued by", issuer));
        details.Add(new(until, AlertWriter.Moment(facts.ExpiresAt)));
        return details;
    }

    // These words are the website's and the registry's.
    private static ExpiryFacts Clean(ExpiryFacts facts) => facts with
    {
        Name = PlainLine.From(facts.Name, NameLimit),
        Issuer = facts.Issuer is null ? null : PlainLine.From(facts.Issuer, NameLimit),
    };
}
