namespace UptimeSquirrel.Live;

/// <summary>Where news of websites comes together, and goes out to whoever shows them. There is one; use key 0.</summary>
/// <remarks>
/// Nothing is kept: whoever was not there missed it. A host that shows news subscribes once for all its viewers. News comes about half a second after the
/// change, when lists show it, too.
/// </remarks>
[Alias("uptime.live-feed")]
public interface ILiveFeedGrain : IGrainWithIntegerKey
{
    /// <summary>How long a subscription holds unless it is renewed, in seconds.</summary>
    const int SubscriptionSeconds = 60;

    /// <summary>Begins to send news to an observer, or goes on for another minute.</summary>
    /// <param name="observer">Who is told.</param>
    /// <returns>Where the feed stands. When it is another feed than at the last renewal, news may have been missed.</returns>
    [Alias("Subscribe")]
    Task<LiveStart> SubscribeAsync(ILiveObserver observer);

    /// <summary>Sends nothing more to an observer.</summary>
    [Alias("Unsubscribe")]
    Task UnsubscribeAsync(ILiveObserver observer);

    /// <summary>Sends news to all observers.</summary>
    /// <param name="news">What happened, oldest first.</param>
    /// <param name="isIncomplete">Whether there was more than could be kept.</param>
    [Alias("Publish")]
    Task PublishAsync(IReadOnlyList<LiveNews> news, bool isIncomplete);
}
