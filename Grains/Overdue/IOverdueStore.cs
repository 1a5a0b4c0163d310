using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Overdue;

/// <summary>Finds websites whose check did not come.</summary>
public interface IOverdueStore
{
    /// <summary>
    /// The websites that were due within a time and have not been checked since that moment, the longest overdue first. A check that is
    /// under way or whose record is still in a journal's queue is not known here: who is found may be fine.
    /// </summary>
    Task<IReadOnlyList<OverdueWebsite>> FindAsync(OverdueQuery query, CancellationToken cancellationToken);

    /// <summary>The websites that a silo may have been in the middle of something with: suspect, or changed a moment ago.</summary>
    /// <param name="ranges">Only websites whose grain's hash lies in one of these ranges.</param>
    /// <param name="changedSince">From when on a change counts.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    Task<IReadOnlyList<WebsiteId>> FindUnfinishedAsync(
        IReadOnlyList<HashRange> ranges, DateTimeOffset changedSince, int limit, CancellationToken cancellationToken);
}
