using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Viewing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Maintenance;

/// <summary>Asks when maintenance is, and plans it.</summary>
public sealed partial class MaintenanceDialog
{
    // Chosen once, so that a repeated attempt adds nothing twice.
    private readonly string _id = Guid.NewGuid().ToString("N");
    private bool _recurs;
    private string _cron = "";
    private string _length = "1h";
    private DateTime? _day;
    private TimeSpan? _time;
    private string _zone = "";
    private string _address = "";
    private string _tag = "";
    private string? _problem;

    /// <summary>Whose websites.</summary>
    [Parameter]
    public OwnerId Owner { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        var soon = Viewer.Local(Viewer.Now).DateTime.AddHours(1);
        (_day, _time, _zone) = (soon.Date, TimeSpan.FromHours(soon.Hour), Viewer.Zone.Id);
    }

    private async Task AddAsync()
    {
        if (Read() is not { } window)
            return;
        MaintenanceAnswer? answer = null;
        await Desk.TryAsync(async () => answer = await Desk.ChangeAsync(Owner, "maintenance.add", _id, () => Desk.Grains.GetGrain<IMaintenanceGrain>(Owner.GrainKey).AddAsync(window)));
        _problem = answer?.Problem;
        if (answer?.Planned is null)
            return;
        Desk.Say(L["It is planned."], Severity.Success);
        Dialog.Close(DialogResult.Ok(true));
    }

    private MaintenanceWindow? Read()
    {
        WebsiteUrl? url = null;
        if (!Duration.TryParse(_length, out var length, out _problem) || (_address.Trim().Length > 0 && !WebsiteUrl.TryParse(_address, out url, out _problem)))
            return null;
        var window = new MaintenanceWindow { Id = _id, Owner = Owner, Url = url, Tag = _tag.Trim().Length > 0 ? _tag.Trim().ToLowerInvariant() : null, Zone = _zone.Trim() };
        if (_recurs)
            return window with { Cron = _cron.Trim(), Length = length };
        return Begin() is { } from ? window with { From = from, To = from + length } : null;
    }

    private DateTimeOffset? Begin()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(_zone.Trim(), out var zone))
            _problem = L["'{0}' is not a time zone: expected a name such as Europe/Berlin.", _zone];
        else if (_day is not { } day || _time is not { } time)
            _problem = L["Day and time are needed."];
        else if (DateTime.SpecifyKind(day.Date + time, DateTimeKind.Unspecified) is var local && zone.IsInvalidTime(local))
            _problem = L["Clocks are put forward over that time: choose one before or after it."];
        else
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return null;
    }
}
