using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>What the viewer wants to see of the list.</summary>
public sealed record WebsiteFilter
{
    public string? Search { get; init; }
    public Standing? Standing { get; init; }
    public string? Tag { get; init; }
    public OwnerId? Owner { get; init; }
    public CatalogOrder Order { get; init; } = CatalogOrder.Worst;
    public bool IsReversed { get; init; }

    public bool IsEmpty => Search is null && Standing is null && Tag is null && Owner is null;

    public CatalogQuery ToQuery(OwnerId? onlyOwner, string? after, int limit) => new()
    {
        Owner = onlyOwner ?? Owner,
        Standing = Standing,
        Tag = Tag,
        Search = Search,
        Order = Order,
        IsReversed = IsReversed,
        After = after,
        Limit = limit,
    };
}
