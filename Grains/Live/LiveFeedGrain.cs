using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using UptimeSquirrel.Live;

namespace UptimeSquirrel.Grains.Live;

/// <summary>Passes news on to those who show them. Has nothing to lose: after a crash it begins anew, and those who look read again.</summary>
[GrainType("live-feed")]
internal sealed class LiveFeedGrain(ILogger<LiveFeedGrain> logger) : Grain, ILiveFeedGrain
{
    private readonly Guid _feed = Guid.NewGuid();
    private readonly ObserverManager<ILiveObserver> _observers = new(TimeSpan.FromSeconds(ILiveFeedGrain.SubscriptionSeconds), logger);
    private long _next;

    public Task<LiveStart> SubscribeAsync(ILiveObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.FromResult(new LiveStart(_feed, _next));
    }

    public Task UnsubscribeAsync(ILiveObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task PublishAsync(IReadOnlyList<LiveNews> news, bool isIncomplete)
    {
        var batch = new LiveBatch(_feed, _next, news, isIncomplete);
        _next += news.Count;

        // Nobody waits for those who hear: one that is gone is forgotten when its minute is over.
        _observers.Notify(observer => observer.HearAsync(batch).Ignore());
        return Task.CompletedTask;
    }
}
