namespace UptimeSquirrel.Sites;

/// <summary>A way to ask grains, from inside a cluster or from outside.</summary>
internal interface ICluster
{
    /// <summary>Asks something that does no harm twice.</summary>
    Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellationToken);
}
