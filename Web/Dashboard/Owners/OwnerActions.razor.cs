using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Leads to the websites of an owner, and takes the owner away.</summary>
public sealed partial class OwnerActions
{
    private bool _mayRemove;

    /// <summary>Who.</summary>
    [Parameter, EditorRequired]
    public OwnerStatus Owner { get; set; } = null!;

    /// <summary>Somebody else has changed the owner.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    // Whoever is bound to this owner is a reason why it cannot go.
    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _mayRemove = await Desk.MayChangeAsync() && await Desk.OnlyOwnerAsync() is null;

    private async Task RemoveAsync()
    {
        var text = L["Nobody is reached under this name any more, and its defaults and maintenance go with it. This cannot be undone."].Value;
        if (Owner.WaitingAlerts > 0)
            text += " " + L["{0} alerts that wait to be delivered are given up.", Phrases.Number(Owner.WaitingAlerts)];
        if (!await ConfirmDialog.AskAsync(Dialogs, L["Remove {0}?", Owner.Id], text, L["Remove"]))
            return;
        OwnerRemoval? removal = null;
        var grain = Desk.Grains.GetGrain<IOwnerNotificationGrain>(Owner.Id.GrainKey);
        await Desk.TryAsync(async () => removal = await Desk.ChangeAsync(
            Owner.Id, "owner.remove", Owner.Id.Text, () => grain.RemoveAsync(Owner.Mark), answer => answer.Outcome == OwnerRemovalOutcome.Removed));
        await TellAsync(removal);
    }

    private async Task TellAsync(OwnerRemoval? removal)
    {
        switch (removal?.Outcome)
        {
            case OwnerRemovalOutcome.Removed or OwnerRemovalOutcome.Unknown:
                Desk.Say(L["{0} is removed.", Owner.Id], Severity.Success);
                Navigation.NavigateTo("/owners");
                break;
            case OwnerRemovalOutcome.Outdated:
                Desk.Say(L["Somebody else has changed this owner meanwhile. Look again, then remove it."], Severity.Error);
                await Changed.InvokeAsync();
                break;
            case OwnerRemovalOutcome.Bound:
                foreach (var problem in Problems(removal.Bonds!))
                    Desk.Say(problem, Severity.Error);
                break;
        }
    }

    private IEnumerable<string> Problems(OwnerBonds bonds)
    {
        if (bonds.Websites > 0)
            yield return L["It has websites still ({0}): remove them first.", Phrases.Number(bonds.Websites)];
        if (bonds.StatusPages > 0)
            yield return L["It has status pages still ({0}): remove them first, or make them another owner's.", Phrases.Number(bonds.StatusPages)];
        if (bonds.Keys > 0)
            yield return L["API keys are bound to it still ({0}): revoke them first.", Phrases.Number(bonds.Keys)];
        if (bonds.Users > 0)
            yield return L["Users are bound to it still ({0}): remove them first, or bind them to another owner.", Phrases.Number(bonds.Users)];
    }
}
