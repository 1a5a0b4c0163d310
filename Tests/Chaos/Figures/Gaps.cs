using System.Globalization;

namespace UptimeSquirrel.Chaos.Figures;

/// <summary>The longest times in which a website was not looked at.</summary>
internal static class Gaps
{
    // What a busy machine and a tick on its way may cost when nothing is wrong.
    private static readonly TimeSpan _slack = TimeSpan.FromSeconds(5);

    public static Figure Of(Evidence evidence)
    {
        var visits = evidence.Visits.ToLookup(visit => visit.Website, visit => visit.At);
        var gaps = Enumerable.Range(0, evidence.Websites).SelectMany(website => GapsOf(evidence, website, visits[website])).ToArray();
        var tooLong = gaps.Where(gap => gap.Length > Allowed(evidence, gap)).ToArray();
        return new Figure(
            "websites without a check in a window of interval + takeover",
            Text($"0; takeover 15 s after kill -9 and stop, 40 s after freeze and cut, else {_slack.TotalSeconds:0} s"),
            Text($"{tooLong.Select(gap => gap.Website).Distinct().Count()}; longest gap: {Longest(gaps)}"),
            [.. tooLong.OrderByDescending(gap => gap.Length).Select(gap => Describe(evidence, gap))]);
    }

    // Ends of the observation count as looks: before and after them nothing is known.
    private static IEnumerable<Gap> GapsOf(Evidence evidence, int website, IEnumerable<DateTimeOffset> looks)
    {
        var last = evidence.Begin;
        foreach (var look in looks.Where(look => look > evidence.Begin && look < evidence.End).Order().Append(evidence.End))
        {
            yield return new Gap(website, last, look, evidence.FaultBetween(last, look));
            last = look;
        }
    }

    private static TimeSpan Allowed(Evidence evidence, Gap gap) =>
        evidence.Interval + (gap.Fault is { } fault && fault.Takeover > _slack ? fault.Takeover : _slack);

    private static string Longest(Gap[] gaps) => string.Join(", ",
        gaps.GroupBy(gap => gap.Fault?.Kind).OrderBy(kind => kind.Key)
            .Select(kind => Text($"{kind.Key?.ToString() ?? "undisturbed"} {kind.Max(gap => gap.Length).TotalSeconds:0.0} s")));

    private static string Describe(Evidence evidence, Gap gap) => Text(
        $"website {gap.Website} had no check for {gap.Length.TotalSeconds:0.0} s ({gap.From:HH:mm:ss.fff} to {gap.To:HH:mm:ss.fff}), {Allowed(evidence, gap).TotalSeconds:0.#} s are allowed; {gap.Fault?.ToString() ?? "no fault at that time"}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Gap(int Website, DateTimeOffset From, DateTimeOffset To, FaultWindow? Fault)
    {
        public TimeSpan Length => To - From;
    }
}
