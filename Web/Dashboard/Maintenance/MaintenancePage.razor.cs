using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Live;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Maintenance;

/// <summary>What is planned, and when it comes.</summary>
public sealed partial class MaintenancePage
{
    private IReadOnlyList<PlannedMaintenance> _planned = [];
    private IReadOnlyList<MaintenanceTime> _times = [];
    private OwnerId? _owner = OwnerId.Default;
    private bool _isOnly;

    /// <summary>The owner that a link asks for.</summary>
    [SupplyParameterFromQuery]
    public string? Owner { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        _owner = OwnerId.TryParse(Owner, out var owner, out _) ? owner : _owner;
        return base.OnParametersSetAsync();
    }

    /// <inheritdoc/>
    protected override bool Concerns(LiveNews news) => false;      // news tells of websites

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await Desk.OnlyOwnerAsync() is { } only)
            (_owner, _isOnly) = (only, true);
        if (_owner is null)
            return;
        var grain = Desk.Grains.GetGrain<IMaintenanceGrain>(_owner.GrainKey);
        var from = Viewer.Now - TimeSpan.FromDays(7);
        var times = grain.ListTimesAsync(from, from + TimeSpan.FromDays(7 + MaintenanceCalendar.ShownDays));
        (_planned, _times) = (await grain.ListAsync(), await times);
    }

    private Task ChooseAsync(OwnerId? owner)
    {
        (_owner, _planned, _times) = (owner, [], []);
        return RefreshAsync();
    }

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<MaintenanceDialog>(
            L["Plan maintenance"], new DialogParameters<MaintenanceDialog> { { planning => planning.Owner, _owner! } }, new DialogOptions { FullWidth = true });
        if (await dialog.Result is { Canceled: false })
            await RefreshAsync();
    }

    private async Task RemoveAsync(PlannedMaintenance planned)
    {
        var window = planned.Window;
        if (await ConfirmDialog.AskAsync(Dialogs, L["Remove this maintenance?"], L["{0}: {1}. It ends now and for good.", For(window), When(window)], L["Remove"]))
            await DoAsync(() => Desk.ChangeAsync(window.Owner, "maintenance.remove", window.Id, () => Desk.Grains.GetGrain<IMaintenanceGrain>(window.Owner.GrainKey).RemoveAsync(window.Id)), L["It is removed."]);
    }

    private string NameOf(string window) => _planned.FirstOrDefault(planned => planned.Window.Id == window) is { } planned ? For(planned.Window) : "";

    private string For(MaintenanceWindow window) => window switch
    {
        { Url: { } url } => url.Text,
        { Tag: { } tag } => L["the tag '{0}'", tag],
        _ => L["all websites"],
    };

    private string When(MaintenanceWindow window) => window switch
    {
        { From: { } from, To: { } to } => $"{Viewer.Show(from)} – {Viewer.Show(to)}",
        _ => L["'{0}' for {1} ({2})", window.Cron ?? "", Duration.Format(window.Length ?? TimeSpan.Zero), window.Zone],
    };
}
