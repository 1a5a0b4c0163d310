namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Whether the journal has each look at a website, once, and no others.</summary>
internal static class JournalRows
{
    public static Figure Of(Evidence evidence)
    {
        var requests = evidence.Requests.ToLookup(request => request.Website);
        var rows = evidence.Checks.ToLookup(row => row.Website);
        var unrecorded = new List<Request>();
        var doubled = new List<CheckRow>();
        for (var website = 0; website < evidence.Websites; website++)
        {
            var left = RowMatching.Match(requests[website], rows[website]);
            unrecorded.AddRange(left.Unrecorded);

            // A check that failed on its way here leaves no trace with the website; one that succeeded does.
            doubled.AddRange(left.Unasked.Where(row => row.IsHealthy));
        }

        var lost = unrecorded.Where(request => !evidence.Deaths.Any(death => death.MayHaveLost(request))).ToArray();
        return new Figure(
            "journal rows lost or doubled", $"0, but for the last {Death.Memory.TotalSeconds:0} s of a silo that was killed, frozen or cut off",
            $"{lost.Length} lost, {doubled.Count} doubled of {evidence.Requests.Count}; lost with a silo: {unrecorded.Count - lost.Length} ({evidence.Deaths.Count} ended so)",
            [
                .. lost.Select(request => $"website {request.Website} was looked at by silo {request.Silo} at {request.At:HH:mm:ss.fff}: no row; {evidence.FaultBetween(request.At, request.At)?.ToString() ?? "no fault at that time"}"),
                .. doubled.Select(row => $"website {row.Website}: a good check at {row.At:HH:mm:ss.fff} that the website knows nothing of"),
            ]);
    }
}
