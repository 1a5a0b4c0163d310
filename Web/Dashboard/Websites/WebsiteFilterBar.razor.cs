using Microsoft.AspNetCore.Components;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>What to see of the list, and in which order.</summary>
public sealed partial class WebsiteFilterBar
{
    private const int MostTags = 20;

    /// <summary>What is chosen now.</summary>
    [Parameter, EditorRequired]
    public WebsiteFilter Filter { get; set; } = new();

    /// <summary>Something else was chosen.</summary>
    [Parameter]
    public EventCallback<WebsiteFilter> FilterChanged { get; set; }

    /// <summary>Whether there are several owners to choose from.</summary>
    [Parameter]
    public bool CanChooseOwner { get; set; }

    private static string Name(CatalogOrder order) => order switch
    {
        CatalogOrder.Worst => "Worst first",
        CatalogOrder.Name => "Name",
        CatalogOrder.Since => "Longest first",
        CatalogOrder.LastCheck => "Oldest check first",
        _ => "Address",
    };

    private static string? Meant(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Task ChangeAsync(WebsiteFilter filter) => filter == Filter ? Task.CompletedTask : FilterChanged.InvokeAsync(filter);

    private async Task<IEnumerable<string>> FindTagsAsync(string? text, CancellationToken cancellationToken)
    {
        IReadOnlyList<TagCount> tags = [];
        await Desk.TryAsync(async () => tags = await Desk.Grains.GetGrain<ICatalogGrain>(0).ListTagsAsync(await Desk.OnlyOwnerAsync()));
        return tags.Select(tag => tag.Tag).Where(tag => text is null || tag.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(MostTags);
    }
}
