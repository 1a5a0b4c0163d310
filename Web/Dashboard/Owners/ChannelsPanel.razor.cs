using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Adds, tests and removes the channels of an owner.</summary>
public sealed partial class ChannelsPanel
{
    private bool _isBusy;
    private IReadOnlyList<ChannelTest> _tests = [];

    /// <summary>Whose channels.</summary>
    [Parameter, EditorRequired]
    public OwnerStatus Owner { get; set; } = null!;

    /// <summary>There are others now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private IOwnerNotificationGrain Grain => Desk.Grains.GetGrain<IOwnerNotificationGrain>(Owner.Id.GrainKey);

    private async Task TestAsync()
    {
        (_isBusy, _tests) = (true, []);
        await Desk.TryAsync(async () => _tests = await Desk.ChangeAsync(Owner.Id, "owner.test", Owner.Id.Text, Grain.TestAsync));
        _isBusy = false;
        await Changed.InvokeAsync();
    }

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<ChannelDialog>(L["Add a channel"], new DialogParameters<ChannelDialog> { { added => added.Owner, Owner.Id } }, new DialogOptions { FullWidth = true });
        if (await dialog.Result is { Canceled: false })
            await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(ContactChannel channel)
    {
        if (!await ConfirmDialog.AskAsync(Dialogs, L["Remove {0}?", channel.Id], L["Nothing is told over it any more."], L["Remove"]))
            return;
        await Desk.TryAsync(() => Desk.ChangeAsync(Owner.Id, "channel.remove", $"{Owner.Id} {channel.Id}", () => Grain.RemoveChannelAsync(channel.Id)), L["{0} is removed.", channel.Id]);
        await Changed.InvokeAsync();
    }

    private IEnumerable<string> Uses(ChannelUse use)
    {
        if (use.After is { } after)
            yield return L["Only for what is open and not taken on after {0}", Duration.Format(after)];
        if (use.Only is { } only)
            yield return L["Only for what is {0}", L[only]];
    }
}
