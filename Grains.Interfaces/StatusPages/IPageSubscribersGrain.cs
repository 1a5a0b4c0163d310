using UptimeSquirrel.Owners;

namespace UptimeSquirrel.StatusPages;

/// <summary>The people who get mails about one status page. The key is <see cref="StatusPageSlug.GrainKey"/>.</summary>
[Alias("uptime.page-subscribers")]
public interface IPageSubscribersGrain : IGrainWithStringKey
{
    /// <summary>The most subscribers of one page.</summary>
    const int MaximumSubscribers = 5000;

    /// <summary>Sends a link to an address with which its reader may subscribe; nobody is subscribed by this.</summary>
    /// <remarks>Whether the address is subscribed already, and whether it has had its share of such mails, nobody learns from this.</remarks>
    /// <param name="address">Which address.</param>
    /// <returns>Whether the page takes subscribers at all.</returns>
    [Alias("Ask")]
    Task<bool> AskAsync(EmailAddress address);

    /// <summary>Subscribes whoever got the link that <see cref="AskAsync"/> sent. A second time changes nothing.</summary>
    /// <param name="token">The last part of the link.</param>
    /// <returns>Whether it is a good link of this page, not too old, and there is still room.</returns>
    [Alias("Confirm")]
    Task<bool> ConfirmAsync(string token);

    /// <summary>Ends a subscription. A second time changes nothing.</summary>
    /// <param name="token">The last part of the link in each mail.</param>
    /// <returns>Whether it is a link of this page.</returns>
    [Alias("Leave")]
    Task<bool> LeaveAsync(string token);

    /// <summary>How many there are.</summary>
    [Alias("Count")]
    Task<int> CountAsync();
}
