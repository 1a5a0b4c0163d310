using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Shows, changes and removes the templates of an owner's messages.</summary>
public sealed partial class TemplatesPanel
{
    private bool _isOpen;
    private OwnerTemplate? _edited;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public OwnerStatus Owner { get; set; } = null!;

    /// <summary>There are others now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private static IEnumerable<(string Name, string? Text)> Parts(OwnerTemplate template) => [("Subject", template.Subject), ("Body", template.Body)];

    private void Open(OwnerTemplate? template) => (_isOpen, _edited) = (true, template);

    private Task CloseAsync()
    {
        _isOpen = false;
        return Changed.InvokeAsync();
    }

    private async Task RemoveAsync(OwnerTemplate template)
    {
        if (!await ConfirmDialog.AskAsync(Dialogs, L["Remove the template for {0}?", template.Kind], L["Messages over it read as usual again."], L["Remove"]))
            return;
        var grain = Desk.Grains.GetGrain<IOwnerNotificationGrain>(Owner.Id.GrainKey);
        await Desk.TryAsync(
            () => Desk.ChangeAsync(Owner.Id, "template.remove", $"{Owner.Id} {template.Kind}", () => grain.RemoveTemplateAsync(template.Kind)),
            L["Messages by {0} read as usual from now on.", template.Kind]);
        await Changed.InvokeAsync();
    }
}
