namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Whether the journal has each look at a website, once, and no others.</summary>
internal static class JournalRows
{
    private static readonly TimeSpan _recently = TimeSpan.FromSeconds(30);

    public static Figure Of(Evidence evidence)
    {
        var visits = evidence.Visits.ToLookup(visit => visit.Website);
        var rows = evidence.Checks.ToLookup(row => row.Website);
        var unrecorded = new List<Visit>();
        var doubled = new List<CheckRow>();
        for (var website = 0; website < evidence.Websites; website++)
        {
            var left = RowMatching.Match(visits[website], rows[website]);
            unrecorded.AddRange(left.Unrecorded);

            // A check that failed on its way here leaves no trace with the website; one that succeeded does.
            doubled.AddRange(left.Unasked.Where(row => row.IsHealthy));
        }

        var lostWithSilo = unrecorded.Where(visit => evidence.Deaths.Any(death => death.MayHaveLost(visit))).ToArray();
        var trouble = evidence.Checks.Where(row => !row.IsHealthy).Select(row => (row.Website, row.At))
            .Concat(lostWithSilo.Select(visit => (visit.Website, visit.At))).ToLookup(moment => moment.Website, moment => moment.At);
        var unexplained = unrecorded.Except(lostWithSilo).ToArray();
        var lost = unexplained.Where(visit => !MayBeSecondLook(evidence, visit, trouble[visit.Website])).ToArray();
        return new Figure(
            "journal rows lost or doubled", $"0, but for the last {Death.Memory.TotalSeconds:0} s of a silo that was killed, frozen or cut off",
            $"{lost.Length} lost, {doubled.Count} doubled of {evidence.Visits.Count}; lost with a silo: {lostWithSilo.Length} ({evidence.Deaths.Count} ended so); second looks: {unexplained.Length - lost.Length}",
            [
                .. lost.Select(visit => $"website {visit.Website} was looked at by silo {visit.Silo} at {visit.At:HH:mm:ss.fff}: no row; {evidence.FaultBetween(visit.At, visit.At)?.ToString() ?? "no fault at that time"}"),
                .. doubled.Select(row => $"website {row.Website}: a good check at {row.At:HH:mm:ss.fff} that the website knows nothing of"),
            ]);
    }

    // Before a website is called down or up again, others look too; that is told in the incident, and is no row. So the website must have been in
    // trouble just before, or in the memory of a silo that was frozen since then, woke up, and has not yet found out that it was given up.
    private static bool MayBeSecondLook(Evidence evidence, Visit visit, IEnumerable<DateTimeOffset> trouble)
    {
        var since = evidence.Deaths.Where(death => visit.At >= death.From && visit.At <= death.To + _recently)
            .Select(death => death.From).Append(visit.At).Min() - _recently;
        return trouble.Any(moment => moment >= since && moment <= visit.At);
    }
}
