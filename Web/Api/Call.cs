using System.Security.Claims;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api;

/// <summary>What nearly every route needs: the grains, the audit log, and who asks.</summary>
internal readonly record struct Call(IGrainFactory Grains, IAudit Audit, ClaimsPrincipal User)
{
    /// <summary>The website's grain and status; null when there is none that this caller may see.</summary>
    public async Task<(IWebsiteGrain Grain, WebsiteStatus Status)?> FindWebsiteAsync(Guid id)
    {
        var grain = Grains.GetGrain<IWebsiteGrain>(id);
        return await grain.GetStatusAsync() is { } status && User.MaySee(status.Owner) ? (grain, status) : null;
    }

    /// <summary>The owner's grain; null when it is no name of an owner, or of one whom this caller may not see.</summary>
    public (IOwnerNotificationGrain Grain, OwnerId Id)? FindOwner(string owner) =>
        OwnerId.TryParse(owner, out var id, out _) && User.MaySee(id) ? (Grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey), id) : null;

    /// <summary>Which owner a list is of: the one asked for, or the only one this caller may see.</summary>
    /// <returns>False when that is one the caller may not see, or none at all: then there is nothing to list.</returns>
    public bool TryNarrow(OwnerId? asked, out OwnerId? owner)
    {
        owner = User.OnlyOwner() ?? asked;
        return (asked is null || User.MaySee(asked)) && (owner is null || User.MaySee(owner)) && IsBoundProperly;
    }

    // Somebody bound to an owner that is none sees nothing at all, rather than everything.
    private bool IsBoundProperly => User.IsFree() || User.OnlyOwner() is not null;
}
