using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Overdue;

/// <summary>
/// Brings websites back into memory whose silo went away while they were suspect or had alerts to hand over: their next look was a matter of
/// seconds, and the next tick may be a day away.
/// </summary>
internal sealed partial class UnfinishedWebsites(
    IOverdueStore store,
    IGrainFactory grains,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<UnfinishedWebsites> logger)
{
    // When more than that are suspect at once it is no website's trouble but ours, and their ticks will do.
    private const int Most = 5000;
    private const int AtOnce = 64;

    // A silo that vanished is missed after 9 seconds, and a cluster that lost all its silos is back within minutes.
    private static readonly TimeSpan _lately = TimeSpan.FromMinutes(5);

    // A silo that stops politely has left the ring, but not its websites, for some seconds: whoever is called there meanwhile does not answer.
    private static readonly TimeSpan _untilItIsGone = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _dueAt = DateTimeOffset.MinValue;

    /// <summary>This silo has become responsible for others.</summary>
    public void LookAgain() => _dueAt = clock.GetUtcNow() + _untilItIsGone;

    /// <summary>Wakes them once, a moment after each change of the ring; what the database keeps from it is tried again with the next call. Never throws.</summary>
    public async Task WakeAsync(IReadOnlyList<HashRange> ranges, CancellationToken cancellationToken)
    {
        if (_dueAt is not { } due || due > clock.GetUtcNow())
            return;
        _dueAt = null;
        try
        {
            var unfinished = await store.FindUnfinishedAsync(ranges, clock.GetUtcNow() - _lately, Most, cancellationToken);
            await Parallel.ForEachAsync(
                unfinished, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (website, _) => await WakeAsync(website));
        }
        catch (Exception e)
        {
            _dueAt ??= due;
            LogNotFound(e);
        }
    }

    private async Task WakeAsync(WebsiteId website)
    {
        try
        {
            await grains.GetGrain<IWebsiteRecall>(website.Value).WakeAsync();
        }
        catch (Exception e)
        {
            LogNotWoken(e, website);
        }
    }

    [LoggerMessage(1205, LogLevel.Debug, "Websites with unfinished business cannot be found now; it is tried again")]
    private partial void LogNotFound(Exception exception);

    [LoggerMessage(1206, LogLevel.Debug, "Website {Website} could not be brought into memory; its next tick does that")]
    private partial void LogNotWoken(Exception exception, WebsiteId website);
}
