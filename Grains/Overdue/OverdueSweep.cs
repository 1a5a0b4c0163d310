using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Overdue;

/// <summary>Asks for the checks that did not come: of this silo's part of the ring, since the last sweep.</summary>
/// <remarks>Orleans skips the ticks that are due between the loss of a silo and the moment another has read its reminders.</remarks>
internal sealed partial class OverdueSweep(
    IOverdueStore store,
    IGrainFactory grains,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<OverdueSweep> logger)
{
    // Together with the pace of the sweeps these bound what a cold start of everything can ask for: 667 checks a second.
    private const int MostPerSweep = 2000;
    private const int AtOnce = 64;

    private bool _isDatabaseAway;
    private int _changes;

    /// <summary>Up to which moment every check that did not come has been asked for; null when that is not known.</summary>
    public DateTimeOffset? SweptTo { get; private set; }

    /// <summary>This silo has become responsible for others: what they missed was before the last sweep.</summary>
    public void ReachBack() => Interlocked.Increment(ref _changes);

    /// <summary>Sweeps once; not to be called again before it has ended. Never throws.</summary>
    public async Task RunAsync(IReadOnlyList<HashRange> ranges, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _changes, 0) > 0)
            SweptTo = null;
        var (after, upTo) = SweepRules.Window(SweptTo, clock.GetUtcNow());
        if (await FindAsync(new OverdueQuery(after, upTo, ranges, MostPerSweep), cancellationToken) is not { } overdue)
            return;

        var (looked, failed) = await AskAsync(overdue, cancellationToken);
        if (looked > 0)
            LogOverdue(looked, clock.GetUtcNow() - overdue[0].DueAt);
        if (failed.Count > 0)
            LogNotAsked(failed.Count);
        SweptTo = failed.Count > 0 ? failed.Min().AddMilliseconds(-1)
            : overdue.Count < MostPerSweep ? upTo
            : overdue[^1].DueAt.AddMilliseconds(-1);
    }

    private async Task<IReadOnlyList<OverdueWebsite>?> FindAsync(OverdueQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var overdue = await store.FindAsync(query, cancellationToken);
            if (_isDatabaseAway)
                LogDatabaseBack();
            _isDatabaseAway = false;
            return overdue;
        }
        catch (Exception e)
        {
            if (!_isDatabaseAway && !cancellationToken.IsCancellationRequested)
                LogDatabaseAway(e);
            _isDatabaseAway = true;
            return null;
        }
    }

    private async Task<(int Looked, IReadOnlyCollection<DateTimeOffset> Failed)> AskAsync(IReadOnlyList<OverdueWebsite> overdue, CancellationToken cancellationToken)
    {
        var looked = 0;
        var failed = new ConcurrentBag<DateTimeOffset>();
        var patience = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(overdue, patience, async (website, _) =>
        {
            try
            {
                if (!cancellationToken.IsCancellationRequested &&
                    await grains.GetGrain<IWebsiteGrain>(website.Id.Value).LookIfOverdueAsync(website.DueAt, website.CheckedAt))
                    Interlocked.Increment(ref looked);
            }
            catch (Exception e)
            {
                // It may live on a silo that is gone and not yet missed, or its state cannot be read: the next sweep asks again.
                LogNotAsked(e, website.Id);
                failed.Add(website.DueAt);
            }
        });
        return (looked, failed);
    }

    [LoggerMessage(1200, LogLevel.Information, "{Websites} overdue websites are looked at now; the longest overdue was due {Lateness} ago")]
    private partial void LogOverdue(int websites, TimeSpan lateness);

    [LoggerMessage(1201, LogLevel.Warning, "{Websites} overdue websites could not be asked for their checks; the next sweep asks again")]
    private partial void LogNotAsked(int websites);

    [LoggerMessage(1202, LogLevel.Debug, "Website {Website} could not be asked for its overdue check")]
    private partial void LogNotAsked(Exception exception, WebsiteId website);

    [LoggerMessage(1203, LogLevel.Warning, "Overdue websites cannot be found while the database does not answer; ticks go on from memory")]
    private partial void LogDatabaseAway(Exception exception);

    [LoggerMessage(1204, LogLevel.Information, "Overdue websites can be found again")]
    private partial void LogDatabaseBack();
}
