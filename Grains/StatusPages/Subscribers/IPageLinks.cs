using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>Makes the links in mails about status pages, and reads them again. Nobody else can make one.</summary>
public interface IPageLinks
{
    /// <summary>Where the page is; null when no address is configured under which people reach the silos.</summary>
    string? PageUrl(StatusPageSlug page);

    /// <summary>The link that does this.</summary>
    string Write(PageOrder order);

    /// <summary>What a link does; null when it is none of ours.</summary>
    /// <param name="token">The last part of its path.</param>
    PageOrder? Read(string token);
}

/// <summary>What somebody may do who has a link.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Begins">Whether it begins a subscription; else it ends one.</param>
/// <param name="Address">Whose.</param>
/// <param name="Expires">Until when, UTC.</param>
public sealed record PageOrder(StatusPageSlug Page, bool Begins, EmailAddress Address, DateTimeOffset Expires);
