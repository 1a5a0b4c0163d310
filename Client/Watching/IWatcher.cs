namespace UptimeSquirrel.Client.Watching;

/// <summary>Shows one snapshot after the other until it is told to stop.</summary>
internal interface IWatcher
{
    Task WatchAsync(SnapshotSource source, CancellationToken cancellationToken);
}
