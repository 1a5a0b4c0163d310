using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.StatusPages;

/// <summary>Announces something on a status page, says more about it, and that it is over.</summary>
public sealed partial class AnnouncementsPanel
{
    private bool _isOpen;
    private AnnouncementKind _kind;
    private string _title = "";
    private string _text = "";
    private DateTime? _day;
    private TimeSpan? _time;
    private string _length = "1h";

    /// <summary>Which page.</summary>
    [Parameter, EditorRequired]
    public StatusPage Page { get; set; } = null!;

    /// <summary>Something else is announced now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    private static string NameOf(AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.Incident => "An incident",
        AnnouncementKind.Maintenance => "Maintenance",
        _ => "A notice",
    };

    private async Task AnnounceAsync()
    {
        var from = _kind == AnnouncementKind.Maintenance && _day is { } day && _time is { } time ? Utc(day.Date + time) : (DateTimeOffset?)null;
        var announcement = new NewAnnouncement
        {
            Id = Guid.NewGuid().ToString("N"),
            Kind = _kind,
            Title = _title.Trim(),
            Text = _text.Trim(),
            From = from,
            To = from is not null && Duration.TryParse(_length, out var length, out _) ? from + length : null,
        };
        if (await DoAsync(grain => grain.AnnounceAsync(announcement)))
            (_isOpen, _title, _text) = (false, "", "");
    }

    private async Task AddAsync(Announcement announcement, bool resolves)
    {
        if (await TextDialog.AskAsync(Dialogs, announcement.Title, resolves ? L["What there is to say (may be empty)"] : L["What there is to say"], L["Announce it"]) is { } text)
            await DoAsync(grain => grain.UpdateAsync(announcement.Id, text, resolves));
    }

    private async Task RemoveAsync(Announcement announcement)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, L["Remove {0}?", announcement.Title], L["Visitors do not see it any more."], L["Remove"]))
            await DoAsync(grain => grain.RemoveAnnouncementAsync(announcement.Id));
    }

    private DateTimeOffset Utc(DateTime local) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Viewer.Zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))).ToUniversalTime();

    private async Task<bool> DoAsync(Func<IStatusPageGrain, Task<StatusPageAnswer>> act)
    {
        StatusPageAnswer? answer = null;
        await Desk.TryAsync(async () => answer = await Desk.ChangePageAsync(Page.Slug, "status-page.announce", act));
        foreach (var problem in answer?.Problems ?? [])
            Desk.Say(problem.Message, Severity.Error);
        await Changed.InvokeAsync();
        return answer?.Outcome == StatusPageOutcome.Done;
    }
}
