using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Declaring;

/// <summary>A website that is to be watched in this very way.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Changes">All that is said about it; the rest is as for a new one.</param>
/// <param name="IsPaused">Whether it is to be paused; null = as it is.</param>
/// <param name="Place">Where that is said.</param>
internal sealed record DeclaredWebsite(WebsiteUrl Url, OwnerId Owner, WebsiteChanges Changes, bool? IsPaused, string Place)
{
    public WebsiteId Id => WebsiteId.From(Owner, Url);

    /// <summary>The website it is to depend on; null when on none.</summary>
    public WebsiteId? Parent => Changes.Parent is { } parent ? WebsiteId.From(Owner, parent) : null;
}
