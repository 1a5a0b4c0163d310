using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Everybody who is told about something.</summary>
public sealed partial class OwnersPage
{
    private const int PageSize = 50;

    private readonly Leaves<string> _leaves = new();
    private IReadOnlyList<OwnerSummary> _owners = [];
    private OwnerId? _onlyOwner;
    private string? _search;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _onlyOwner = await Desk.OnlyOwnerAsync();
        var query = new OwnerQuery { Only = _onlyOwner, Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), After = _leaves.After, Limit = PageSize };
        var page = await Desk.Grains.GetGrain<ICatalogGrain>(0).FindOwnersAsync(query);
        (_owners, _leaves.Next) = (page.Owners, page.Next);
    }

    private static string AddressOf(OwnerId owner) => $"/owners/{Uri.EscapeDataString(owner.Text)}";

    private async Task NameAsync()
    {
        var text = await TextDialog.AskAsync(Dialogs, L["Name an owner"], L["A short name or an e-mail address"], L["Go on"]);
        if (text is null)
            return;
        if (OwnerId.TryParse(text, out var owner, out var problem))
            Navigation.NavigateTo(AddressOf(owner));
        else
            Desk.Say(problem, Severity.Error);
    }

    private Task SearchAsync(string? text)
    {
        _search = text;
        _leaves.Begin();
        return RefreshAsync();
    }
}
