using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.StatusPages;

/// <summary>Changes what a status page shows.</summary>
public sealed partial class StatusPageEditor
{
    private StatusPage? _page;
    private StatusPageForm _form = new();
    private long? _version;
    private bool _isOutdated;
    private OwnerId? _onlyOwner;
    private string? _trouble;
    private IReadOnlyList<SettingProblem> _problems = [];

    /// <summary>Which page.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            if (!StatusPageSlug.TryParse(Name, out var slug, out _trouble))
                return;
            _onlyOwner = await Desk.OnlyOwnerAsync();
            var page = await Desk.Grains.GetGrain<IStatusPageGrain>(slug.GrainKey).GetAsync();
            var isSeen = page is not null && (await Desk.CallerAsync()).MaySee(page.Settings.Owner);
            _trouble = isSeen ? null : L["There is no status page of this name."].Value;
            var before = _page?.Slug == page?.Slug ? _page : null;
            _page = isSeen ? page : null;
            if (isSeen && before is null)
                TakeTheirs();

            // What was announced, or asked of visitors, makes another version; as long as the settings are the same, what is typed goes with this one.
            else if (isSeen && before!.Version == _version && IsSame(before.Settings, page!.Settings))
                _version = page.Version;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _trouble = Desk.Explain(exception);
        }
    }

    private static bool IsSame(StatusPageSettings one, StatusPageSettings other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    // The form as it is saved now: what was typed is given up.
    private void TakeTheirs()
    {
        (_form, _version, _isOutdated, _problems) = (StatusPageForm.Of(_page!.Settings), _page.Version, false, []);
    }

    private async Task SaveAsync()
    {
        var (page, settings) = (_page!, _form.Read());

        // A domain is the whole installation's: whoever sees one owner only leaves it as it is.
        if (_onlyOwner is not null)
            settings = settings with { Domain = page.Settings.Domain };
        StatusPageAnswer? answer = null;
        if (!await Desk.TryAsync(async () =>
        {
            await Desk.MustChangeAsync(settings.Owner);
            answer = await Desk.ChangePageAsync(page.Slug, "status-page.change", grain => grain.ChangeAsync(settings, _version));
        }))
            return;
        _problems = answer!.Problems;
        await ReadAsync();
        _isOutdated = answer.Outcome == StatusPageOutcome.Outdated && _page is not null;
        if (_isOutdated)
            _version = _page!.Version;
        if (answer.Outcome != StatusPageOutcome.Done || _page is null)
            return;
        TakeTheirs();
        Desk.Say(L["Saved. Visitors see it within ten seconds."], Severity.Success);
    }

    private async Task RemoveAsync()
    {
        var page = _page!;
        if (!await ConfirmDialog.AskAsync(Dialogs, L["Remove {0}?", page.Settings.Title], L["Its address answers nobody any more, and what was announced on it is gone. This cannot be undone."], L["Remove"]))
            return;
        if (await Desk.TryAsync(() => Desk.ChangePageAsync(page.Slug, "status-page.remove", grain => grain.RemoveAsync()), L["{0} is removed.", page.Settings.Title]))
            Navigation.NavigateTo("/status-pages");
    }
}
