using System.Globalization;
using Microsoft.AspNetCore.Components;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Shows and sets the quiet hours of an owner.</summary>
public sealed partial class QuietPanel
{
    private static readonly DayOfWeek[] _week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private bool _isOpen;
    private TimeSpan? _from;
    private TimeSpan? _to;
    private string _zone = "";
    private IReadOnlyCollection<DayOfWeek> _days = [];
    private bool _holdsAll;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public OwnerStatus Owner { get; set; } = null!;

    /// <summary>They are different now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    private string Said => Owner.Quiet is not { } quiet
        ? L["None: everything is told at once."]
        : L[
            quiet.HoldsAll ? "From {0} to {1} ({2}), {3}. Outages wait, too." : "From {0} to {1} ({2}), {3}. Outages are told all the same.",
            quiet.From.ToString("HH:mm", CultureInfo.CurrentCulture),
            quiet.To.ToString("HH:mm", CultureInfo.CurrentCulture),
            quiet.Zone,
            quiet.Days.Count == 0 ? L["every day"] : string.Join(", ", quiet.Days.Select(DayName))];

    private static string DayName(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    private void Open()
    {
        var quiet = Owner.Quiet;
        (_from, _to) = (quiet?.From.ToTimeSpan() ?? TimeSpan.FromHours(22), quiet?.To.ToTimeSpan() ?? TimeSpan.FromHours(7));
        (_zone, _days, _holdsAll) = (quiet?.Zone ?? Viewer.Zone.Id, quiet?.Days ?? [], quiet?.HoldsAll ?? false);
        _isOpen = true;
    }

    private Task SaveAsync() => SetAsync(new QuietHours
    {
        From = TimeOnly.FromTimeSpan(_from ?? TimeSpan.Zero),
        To = TimeOnly.FromTimeSpan(_to ?? TimeSpan.Zero),
        Zone = _zone.Trim(),
        Days = [.. _week.Where(_days.Contains)],
        HoldsAll = _holdsAll,
    });

    private async Task SetAsync(QuietHours? quiet)
    {
        if (await Desk.SetAsync(Owner.Id, "owner.quiet-hours", grain => grain.SetQuietHoursAsync(quiet)) is not { } isTaken)
            return;
        _isOpen = !isTaken;
        await Changed.InvokeAsync();
    }
}
