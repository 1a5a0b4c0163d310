using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Reports;

/// <summary>Reads what a report is made of.</summary>
public interface IReportStore
{
    /// <summary>What happened to this owner's websites in this time, in the order of their addresses.</summary>
    Task<IReadOnlyList<WatchedWebsite>> ReadAsync(OwnerId owner, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>One website over some time.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Interval">How often it is checked: each check speaks for one interval.</param>
/// <param name="Hours">In how many hours it was checked at all.</param>
/// <param name="Checks">How often it was checked.</param>
/// <param name="Took">How long the checks took, all taken together.</param>
/// <param name="Outages">When it was down: from the first failed check to the first good one; no end while it lasts.</param>
public sealed record WatchedWebsite(
    WebsiteUrl Url, string Name, TimeSpan Interval, int Hours, long Checks, TimeSpan Took, IReadOnlyList<(DateTimeOffset StartedAt, DateTimeOffset? EndedAt)> Outages);
