using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>Puts alerts that are told in one message into words. However many they are, the message stays short.</summary>
internal static class BundleWriter
{
    private const int MostNamed = 10;
    private const int NameLimit = 40;
    private const int ExplanationLimit = 400;
    private const int BriefLimit = 159;

    /// <summary>Writes the message.</summary>
    /// <param name="bundle">What to tell.</param>
    /// <param name="latest">How things stand; see <see cref="Bundle.Latest"/>.</param>
    public static AlertMessage Write(Bundle bundle, IReadOnlyList<Alert> latest)
    {
        var words = latest.Count == 1 ? AlertWriter.Write(latest[0]) : WriteMany(bundle, latest);
        return bundle.LastUntil is { } until ? WithEnd(words, AlertWriter.Clock(until)) : words;
    }

    private static AlertMessage WriteMany(Bundle bundle, IReadOnlyList<Alert> latest)
    {
        var down = latest.Where(IsDown).ToList();
        var up = latest.Where(alert => alert.Kind == AlertKind.CameBack).ToList();
        var others = latest.Where(alert => !IsDown(alert) && alert.Kind != AlertKind.CameBack).ToList();
        var counts = Counts(down, up.Count, others.Count);
        var subject = bundle.FoldedUntil is { } until ? $"And {bundle.Alerts.Count} more alerts until {AlertWriter.Clock(until)}: {counts}" : counts;
        var explanation = PlainLine.From(Explain(bundle, down, up), ExplanationLimit);
        return new AlertMessage
        {
            Subject = subject,
            Headline = $"{subject}.",
            Explanation = explanation,
            Facts = [.. Name(down, up, others).Take(MostNamed), .. Rest(latest.Count)],
            Next = down.Count > 0
                ? "We keep checking and will write again as soon as they are back."
                : "We keep checking and will write if one goes down again.",
            Brief = PlainLine.From($"{subject}. {explanation}", BriefLimit, "..."),
        };
    }

    // One that flaps may be up at the moment.
    private static bool IsDown(Alert alert) => alert.Kind == AlertKind.WentDown || alert is { Kind: AlertKind.StillDown, Flapping: null };

    private static string Counts(List<Alert> down, int up, int others)
    {
        var parts = new List<string>();
        if (up > 0)
            parts.Add($"{Websites(up)} up again");
        if (down.Count > 0)
            parts.Add($"{(up > 0 ? $"{down.Count}" : Websites(down.Count))} down");
        if (others > 0)
            parts.Add(parts.Count > 0 ? $"{others} other alert{(others == 1 ? "" : "s")}" : $"{others} alerts");
        return string.Join(", ", parts) + (parts.Count == 1 && down.Count > 0 ? $" since {AlertWriter.Clock(down.Min(alert => alert.StartedAt))}" : "");
    }

    private static string Websites(int count) => $"{count} website{(count == 1 ? "" : "s")}";

    private static string Explain(Bundle bundle, List<Alert> down, List<Alert> up)
    {
        var sentences = new List<string>();
        if (down.Count > 0)
            sentences.Add(SharedCause.Of(down));
        if (up.Count > 0)
            sentences.Add($"What is up again was down for {Durations(up)}.");
        if (bundle.FoldedUntil is not null)
            sentences.Add("They came after this channel had told as much as it may in an hour; 'squirrel alerts' lists each.");
        return sentences.Count > 0 ? string.Join(' ', sentences) : "'squirrel alerts' lists each.";
    }

    private static string Durations(List<Alert> up)
    {
        var shortest = DurationWords.InShort(up.Min(DownFor));
        var longest = DurationWords.InShort(up.Max(DownFor));
        return shortest == longest ? shortest : $"{shortest} to {longest}";
    }

    private static TimeSpan DownFor(Alert alert) => (alert.EndedAt ?? alert.DecidedAt) - alert.StartedAt;

    private static IEnumerable<AlertFact> Name(List<Alert> down, List<Alert> up, List<Alert> others) =>
    [
        .. SharedCause.Sort(down).Take(MostNamed).Select(alert => new AlertFact(
            "Down", $"{AlertWriter.NameAndHost(alert, NameLimit)}, since {AlertWriter.Clock(alert.StartedAt)}, {SharedCause.Words(alert)}")),
        .. others.Take(MostNamed).Select(alert => new AlertFact("Also", PlainLine.From(AlertWriter.Write(alert).Subject, 2 * NameLimit))),
        .. up.Take(MostNamed).Select(alert => new AlertFact("Up again", $"{AlertWriter.NameAndHost(alert, NameLimit)}, after {DurationWords.InShort(DownFor(alert))}")),
    ];

    private static IEnumerable<AlertFact> Rest(int count) => count > MostNamed ? [new AlertFact("And", $"{count - MostNamed} more; 'squirrel alerts' lists each")] : [];

    private static AlertMessage WithEnd(AlertMessage words, string until)
    {
        var end = $" Nothing more here until {until}.";
        return words with
        {
            Explanation = $"{words.Explanation} This is the last message over this channel until {until}: it has told as much as it may in an hour. What else happens is told then, in one message.",
            Brief = PlainLine.From(words.Brief, BriefLimit - end.Length, "...") + end,
        };
    }
}
