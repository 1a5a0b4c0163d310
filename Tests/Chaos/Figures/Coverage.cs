using System.Globalization;

namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Checks made of those that were due. A check counts for its due time when it came before the next one was due.</summary>
internal static class Coverage
{
    // Nothing ticks early; this is room for two clocks.
    private static readonly TimeSpan _early = TimeSpan.FromMilliseconds(200);

    public static Figure Of(Evidence evidence)
    {
        var visits = evidence.Visits.ToLookup(visit => visit.Website, visit => visit.At);
        var due = evidence.Schedules.SelectMany(schedule => DueIn(schedule, evidence)).ToArray();
        var missed = evidence.Schedules.SelectMany(schedule => Missed(schedule, evidence, visits[schedule.Website])).ToArray();
        var unexplained = missed.Where(miss => evidence.FaultBetween(miss.Due, miss.Due + evidence.Interval) is null).ToArray();
        var coverage = due.Length == 0 ? 0 : 1 - (double)missed.Length / due.Length;
        var offenders = unexplained.Select(miss => $"website {miss.Website} was not checked when due at {miss.Due:HH:mm:ss.fff}, with no fault at that time")
            .Concat(evidence.Websites - evidence.Schedules.Select(schedule => schedule.Website).Distinct().Count() is > 0 and var lost
                ? [$"{lost} websites have no reminder in the database"] : []);
        if (coverage < evidence.LeastCoverage)
            offenders = offenders.Append(Text($"only {coverage:P2} of the checks due were made"));
        return new Figure(
            "checks made / checks due", Text($"at least {evidence.LeastCoverage:P1}, every miss in a fault's window"),
            Text($"{due.Length - missed.Length} / {due.Length} = {coverage:P2}; missed {ByFault(evidence, missed)}"), [.. offenders]);
    }

    private static IEnumerable<Miss> Missed(Schedule schedule, Evidence evidence, IEnumerable<DateTimeOffset> looks)
    {
        var made = looks.Select(look => Slot(schedule, look + _early)).ToHashSet();
        return DueIn(schedule, evidence).Where(slot => !made.Contains(slot)).Select(slot => new Miss(schedule.Website, schedule.StartAt + slot * schedule.Interval));
    }

    // Only due times whose whole interval was observed.
    private static IEnumerable<long> DueIn(Schedule schedule, Evidence evidence)
    {
        for (var slot = Slot(schedule, evidence.Begin) + 1; schedule.StartAt + (slot + 1) * schedule.Interval <= evidence.End; slot++)
            yield return slot;
    }

    private static long Slot(Schedule schedule, DateTimeOffset moment) => (long)Math.Floor((moment - schedule.StartAt) / schedule.Interval);

    private static string ByFault(Evidence evidence, Miss[] missed) => missed.Length == 0 ? "0" : string.Join(", ",
        missed.GroupBy(miss => evidence.FaultBetween(miss.Due, miss.Due + evidence.Interval)?.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Key?.ToString() ?? "undisturbed"} {kind.Count()}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Miss(int Website, DateTimeOffset Due);
}
