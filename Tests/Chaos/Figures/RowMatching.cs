namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Which row of the journal tells of which visit: a visit comes while its check is under way.</summary>
internal sealed class RowMatching
{
    // The database keeps microseconds, and a website notes a visit a little after it came.
    private static readonly TimeSpan _blur = TimeSpan.FromMilliseconds(20);

    private readonly Visit[] _visits;
    private readonly CheckRow[] _rows;
    private readonly int?[] _rowOfVisit;

    private RowMatching(IEnumerable<Visit> visits, IEnumerable<CheckRow> rows)
    {
        // A good check must have been here, a failed one may have got stuck on its way: the good ones choose first.
        (_visits, _rows) = ([.. visits], [.. rows.OrderBy(row => !row.IsHealthy)]);
        _rowOfVisit = new int?[_visits.Length];
    }

    /// <summary>Pairs as many as can be paired; what is left over on either side has no partner.</summary>
    public static (List<Visit> Unrecorded, List<CheckRow> Unasked) Match(IEnumerable<Visit> visits, IEnumerable<CheckRow> rows)
    {
        var matching = new RowMatching(visits, rows);
        var unasked = matching._rows.Where((_, row) => !matching.FindVisit(row, [])).ToList();
        return ([.. matching._visits.Where((_, visit) => matching._rowOfVisit[visit] is null)], unasked);
    }

    // A row whose visits are all taken asks those who have them to move on (Kuhn's algorithm): whoever has a visit keeps one.
    private bool FindVisit(int row, HashSet<int> asked)
    {
        for (var visit = 0; visit < _visits.Length; visit++)
        {
            if (!Fits(_rows[row], _visits[visit]) || !asked.Add(visit))
                continue;
            if (_rowOfVisit[visit] is { } taker && !FindVisit(taker, asked))
                continue;
            _rowOfVisit[visit] = row;
            return true;
        }

        return false;
    }

    private static bool Fits(CheckRow row, Visit visit) => visit.At >= row.At - _blur && visit.At <= row.At + row.Took + _blur;
}
