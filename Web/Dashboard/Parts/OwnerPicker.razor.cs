using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Dashboard.Parts;

/// <summary>Chooses an owner.</summary>
public sealed partial class OwnerPicker
{
    private const int MostOwners = 20;

    private string? _problem;

    /// <summary>Who is chosen; null when nobody is.</summary>
    [Parameter]
    public OwnerId? Owner { get; set; }

    /// <summary>Somebody else was chosen.</summary>
    [Parameter]
    public EventCallback<OwnerId?> OwnerChanged { get; set; }

    /// <summary>Whether somebody may be named who is not known yet.</summary>
    [Parameter]
    public bool CanBeNew { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>What it means.</summary>
    [Parameter]
    public string? HelperText { get; set; }

    /// <summary>Whether it cannot be chosen any more.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>How much room it takes.</summary>
    [Parameter]
    public Margin Margin { get; set; } = Margin.None;

    private Task ChangeAsync(string? text)
    {
        _problem = null;
        if (string.IsNullOrWhiteSpace(text))
            return OwnerChanged.InvokeAsync(null);
        return OwnerId.TryParse(text, out var owner, out _problem) ? OwnerChanged.InvokeAsync(owner) : Task.CompletedTask;
    }

    private async Task<IEnumerable<string>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var query = new OwnerQuery { Only = await Desk.OnlyOwnerAsync(), Search = string.IsNullOrWhiteSpace(text) || text == Owner?.Text ? null : text.Trim(), Limit = MostOwners };
        OwnerPage? page = null;
        await Desk.TryAsync(async () => page = await Desk.Grains.GetGrain<ICatalogGrain>(0).FindOwnersAsync(query));
        return page?.Owners.Select(owner => owner.Id.Text) ?? [];
    }
}
