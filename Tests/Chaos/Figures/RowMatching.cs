namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Which row of the journal tells of which visit: a visit arrives while its check is under way.</summary>
internal static class RowMatching
{
    // The database keeps microseconds, and the website notes a visit a little after it came.
    private static readonly TimeSpan _blur = TimeSpan.FromMilliseconds(20);

    /// <summary>Pairs as many as can be paired; what is left over on either side has no partner.</summary>
    public static (List<Visit> Unrecorded, List<CheckRow> Unasked) Match(IEnumerable<Visit> visits, IEnumerable<CheckRow> rows)
    {
        var waiting = new Queue<CheckRow>(rows.OrderBy(row => row.At));
        var open = new List<CheckRow>();
        var unrecorded = new List<Visit>();
        var unasked = new List<CheckRow>();
        foreach (var visit in visits.OrderBy(visit => visit.At))
        {
            while (waiting.TryPeek(out var row) && row.At - _blur <= visit.At)
                open.Add(waiting.Dequeue());
            unasked.AddRange(open.Where(row => HasEnded(row, visit.At)));
            open.RemoveAll(row => HasEnded(row, visit.At));

            // The check that ends first could not be the partner of a later visit; that makes this the best choice.
            if (open.Count == 0)
                unrecorded.Add(visit);
            else
                open.Remove(open.MinBy(row => row.At + row.Took));
        }

        return (unrecorded, [.. unasked, .. open, .. waiting]);
    }

    private static bool HasEnded(CheckRow row, DateTimeOffset moment) => row.At + row.Took + _blur < moment;
}
