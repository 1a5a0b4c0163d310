namespace UptimeSquirrel.Grains.Overdue;

/// <summary>Finds websites whose check did not come.</summary>
public interface IOverdueStore
{
    /// <summary>
    /// The websites that were due within a time and have not been checked since that moment, the longest overdue first. A check that is
    /// under way or whose record is still in a journal's queue is not known here: who is found may be fine.
    /// </summary>
    Task<IReadOnlyList<OverdueWebsite>> FindAsync(OverdueQuery query, CancellationToken cancellationToken);
}
