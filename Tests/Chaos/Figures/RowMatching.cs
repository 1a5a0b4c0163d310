namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Which row of the journal tells of which request: a request arrives while its check is under way.</summary>
internal static class RowMatching
{
    // The database keeps microseconds, and the website notes a request a little after it came.
    private static readonly TimeSpan _blur = TimeSpan.FromMilliseconds(20);

    /// <summary>Pairs as many as can be paired; what is left over on either side has no partner.</summary>
    public static (List<Request> Unrecorded, List<CheckRow> Unasked) Match(IEnumerable<Request> requests, IEnumerable<CheckRow> rows)
    {
        var waiting = new Queue<CheckRow>(rows.OrderBy(row => row.At));
        var open = new List<CheckRow>();
        var unrecorded = new List<Request>();
        var unasked = new List<CheckRow>();
        foreach (var request in requests.OrderBy(request => request.At))
        {
            while (waiting.TryPeek(out var row) && row.At - _blur <= request.At)
                open.Add(waiting.Dequeue());
            unasked.AddRange(open.Where(row => HasEnded(row, request.At)));
            open.RemoveAll(row => HasEnded(row, request.At));

            // The check that ends first could not be the partner of a later request; that makes this the best choice.
            if (open.Count == 0)
                unrecorded.Add(request);
            else
                open.Remove(open.MinBy(row => row.At + row.Took));
        }

        return (unrecorded, [.. unasked, .. open, .. waiting]);
    }

    private static bool HasEnded(CheckRow row, DateTimeOffset moment) => row.At + row.Took + _blur < moment;
}
