using Microsoft.AspNetCore.Components;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>All websites, a page at a time: searched, filtered and sorted where they are stored.</summary>
public sealed partial class WebsitesPage
{
    private const int PageSize = 50;

    private readonly Leaves<string> _leaves = new();
    private WebsiteFilter _filter = new();
    private HashSet<WebsiteStatus> _selected = new(SameWebsite.Comparer);
    private IReadOnlyList<WebsiteStatus> _websites = [];
    private OwnerId? _onlyOwner;
    private bool _mayChange;
    private int _matching;

    /// <summary>The standing that a link asks for.</summary>
    [SupplyParameterFromQuery]
    public string? Standing { get; set; }

    /// <summary>The tag that a link asks for.</summary>
    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    /// <summary>The owner that a link asks for.</summary>
    [SupplyParameterFromQuery]
    public string? Owner { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        _filter = _filter with
        {
            Standing = Enum.TryParse<Standing>(Standing, ignoreCase: true, out var standing) ? standing : _filter.Standing,
            Tag = Tag ?? _filter.Tag,
            Owner = OwnerId.TryParse(Owner, out var owner, out _) ? owner : _filter.Owner,
        };
        return base.OnParametersSetAsync();
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        (_onlyOwner, _mayChange) = (await Desk.OnlyOwnerAsync(), await Desk.MayChangeAsync());
        var catalog = Desk.Grains.GetGrain<ICatalogGrain>(0);
        var query = _filter.ToQuery(_onlyOwner, _leaves.After, PageSize);
        var matching = catalog.CountMatchesAsync(query);
        var page = await catalog.FindAsync(query);
        (_websites, _leaves.Next, _matching) = (page.Websites, page.Next, await matching);
    }

    private Task FilterAsync(WebsiteFilter filter)
    {
        _filter = filter;
        _leaves.Begin();
        _selected = new(SameWebsite.Comparer);
        return RefreshAsync();
    }

    private Task BulkDoneAsync()
    {
        _selected = new(SameWebsite.Comparer);
        return RefreshAsync();
    }
}
