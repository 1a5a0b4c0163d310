namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Whether the journal has each look at a website, once, and no others.</summary>
internal static class JournalRows
{
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

        var lost = unrecorded.Where(visit => !evidence.Deaths.Any(death => death.MayHaveLost(visit))).ToArray();
        return new Figure(
            "journal rows lost or doubled", $"0, but for the last {Death.Memory.TotalSeconds:0} s of a silo that was killed, frozen or cut off",
            $"{lost.Length} lost, {doubled.Count} doubled of {evidence.Visits.Count}; lost with a silo: {unrecorded.Count - lost.Length} ({evidence.Deaths.Count} ended so)",
            [
                .. lost.Select(visit => $"website {visit.Website} was looked at by silo {visit.Silo} at {visit.At:HH:mm:ss.fff}: no row; {evidence.FaultBetween(visit.At, visit.At)?.ToString() ?? "no fault at that time"}"),
                .. doubled.Select(row => $"website {row.Website}: a good check at {row.At:HH:mm:ss.fff} that the website knows nothing of"),
            ]);
    }
}
