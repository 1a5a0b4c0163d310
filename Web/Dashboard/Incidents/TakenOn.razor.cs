using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Incidents;

/// <summary>Takes an incident on, and mutes it.</summary>
public sealed partial class TakenOn
{
    private static readonly TimeSpan[] _lengths = [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(24), TimeSpan.FromDays(7)];

    /// <summary>Which incident.</summary>
    [Parameter, EditorRequired]
    public Incident Incident { get; set; } = null!;

    /// <summary>What its owner's grain knows of it; null when it is over, or nobody was told of it.</summary>
    [Parameter]
    public OpenIncident? Open { get; set; }

    /// <summary>Something was done to it.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private IOwnerNotificationGrain Grain => Desk.Grains.GetGrain<IOwnerNotificationGrain>(Incident.Owner.GrainKey);

    private async Task AcknowledgeAsync()
    {
        if (await TextDialog.AskAsync(Dialogs, L["Take on the outage of {0}", Incident.Url.Label], L["Note (may be empty)"], L["Take it on"]) is not { } note)
            return;
        var by = (await Desk.CallerAsync()).Identity?.Name ?? "dashboard";
        await DoAsync("incident.acknowledge", () => Grain.AcknowledgeAsync(Incident.Website, Incident.Id, by, note.Length > 0 ? note : null), L["Nobody is reminded of it any more."]);
    }

    private Task MuteAsync(DateTimeOffset? until) =>
        DoAsync("incident.mute", () => Grain.MuteAsync(Incident.Website, Incident.Id, until), until is null ? L["It is not muted any more."] : L["Nothing is told of it but its end."]);

    private async Task DoAsync(string what, Func<Task<OpenIncident?>> act, string done)
    {
        OpenIncident? after = null;
        if (await Desk.TryAsync(async () => after = await Desk.ChangeAsync(Incident.Owner, what, Incident.Url.Text, act)))
            Desk.Say(after is null ? L["This incident is over."] : done, after is null ? Severity.Info : Severity.Success);
        await Changed.InvokeAsync();
    }
}
