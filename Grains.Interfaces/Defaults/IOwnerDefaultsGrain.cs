using Orleans.Concurrency;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Defaults;

/// <summary>The settings that new websites of one owner start with. The key is <see cref="Owners.OwnerId.GrainKey"/>.</summary>
[Alias("uptime.owner-defaults")]
public interface IOwnerDefaultsGrain : IGrainWithStringKey
{
    /// <summary>What new websites start with; null in it means as the installation is configured.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<WebsiteChanges> GetAsync();

    /// <summary>Changes it. Websites that are watched already stay as they are.</summary>
    /// <param name="changes">
    /// What new websites start with from now on; null leaves as it is. Only what may be the same for many websites: interval, timeout, accepted
    /// statuses, tags, patience, method, redirects and the kind of IP address.
    /// </param>
    /// <returns>What new websites start with now, or what was wrong.</returns>
    [Alias("Change")]
    Task<DefaultsResult> ChangeAsync(WebsiteChanges changes);

    /// <summary>Lets new websites start as the installation is configured again.</summary>
    /// <returns>Whether there were any defaults.</returns>
    [Alias("Forget")]
    Task<bool> ForgetAsync();
}
