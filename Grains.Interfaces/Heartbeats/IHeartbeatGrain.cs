using Orleans.Concurrency;

namespace UptimeSquirrel.Websites;

/// <summary>The side of a website's grain that jobs call. The key is a <see cref="WebsiteId"/>.</summary>
/// <remarks>A <see cref="TimeoutException"/> from any method means that the cluster did not answer in time; every call is safe to repeat.</remarks>
[Alias("uptime.heartbeat")]
public interface IHeartbeatGrain : IGrainWithGuidKey
{
    /// <summary>A job calls. When this returns true, the call survives a crash, but for one that follows another within five seconds.</summary>
    /// <param name="secret">The secret of the job's token.</param>
    /// <param name="call">What the job has to say.</param>
    /// <returns>False when no heartbeat has this id and secret.</returns>
    [Alias("Hear")]
    Task<bool> HearAsync(string secret, HeartbeatCall call);

    /// <summary>Where the job has to call.</summary>
    /// <returns>An http or https address that holds the token; null when this is no heartbeat.</returns>
    [Alias("GetAddress"), AlwaysInterleave]
    Task<string?> GetAddressAsync();

    /// <summary>Makes a new token; calls with the old one are refused from now on.</summary>
    /// <returns>Where the job has to call now; null when this is no heartbeat.</returns>
    [Alias("Renew")]
    Task<string?> RenewAsync();
}
