using UptimeSquirrel.Sites;

namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>The cluster, asked from inside.</summary>
internal sealed class LocalCluster(IGrainFactory grains) : ICluster
{
    public Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellationToken) => question(grains).WaitAsync(cancellationToken);
}
