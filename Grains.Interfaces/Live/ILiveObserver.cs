namespace UptimeSquirrel.Live;

/// <summary>Somebody who shows news of websites.</summary>
[Alias("uptime.live-observer")]
public interface ILiveObserver : IGrainObserver
{
    /// <summary>Takes news. Must not wait for anything.</summary>
    [Alias("Hear")]
    Task HearAsync(LiveBatch batch);
}
