using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>Adds a website, or changes how one is watched.</summary>
public sealed partial class EditPage
{
    private WebsiteForm? _form;
    private WebsiteStatus? _present;
    private Guid? _readFor;
    private OwnerId? _onlyOwner;
    private MudForm? _judged;
    private bool _isValid;
    private bool _isBusy;
    private string? _trouble;
    private IReadOnlyList<SettingProblem> _problems = [];
    private IReadOnlyList<Clash>? _clashes;
    private WebsiteId? _existing;

    /// <summary>Which website; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Title => Id is null ? L["Add a website"] : L["Change {0}", _present?.Settings.Name ?? ""];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // Read once: whatever else makes the page draw itself anew, what was typed stays.
        if (_form is not null && _readFor == Id)
            return;
        _readFor = Id;
        try
        {
            _onlyOwner = await Desk.OnlyOwnerAsync();
            _form = Id is { } id ? await ReadAsync(id) : new WebsiteForm { Owner = _onlyOwner };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _trouble = Desk.Explain(exception);
        }
    }

    private async Task<WebsiteForm?> ReadAsync(Guid id)
    {
        _present = await Desk.Grains.GetGrain<IWebsiteGrain>(id).GetStatusAsync();
        if (_present is null)
        {
            _trouble = L["This website is not watched any more."];
            return null;
        }
        await Desk.MustChangeAsync(_present.Owner);
        return WebsiteForm.Of(_present);
    }

    private async Task SaveAsync()
    {
        if (_form is not { } form || _judged is null)
            return;
        (_clashes, _existing) = (null, null);
        await _judged.ValidateAsync();
        _problems = _isValid ? WebsiteFormRules.FindProblems(form, _present?.Settings) : [new SettingProblem("", L["Something is not right yet: see the fields marked in red."])];
        if (_problems.Count > 0)
            return;
        _isBusy = true;
        await Desk.TryAsync(() => SaveAsync(form));
        _isBusy = false;
    }

    private async Task SaveAsync(WebsiteForm form)
    {
        var url = WebsiteUrl.Parse(form.Address);
        var email = EmailAddress.TryParse(form.Email, out var address, out _) ? address : null;
        var owner = _present?.Owner ?? form.Owner ?? _onlyOwner ?? (email is null ? OwnerId.Default : OwnerId.Parse(email.Text));
        var id = WebsiteId.From(owner, url);
        var grain = Desk.Grains.GetGrain<IWebsiteGrain>(id.Value);
        var changes = WebsiteFormRules.Read(form, _present?.Settings) with { IfRevision = _present?.Revision, OnlyIfKnown = Id is not null, OnlyIfNew = Id is null };
        var result = await Desk.ChangeAsync(
            owner, Id is null ? "website.add" : "website.change", url.Text, () => grain.RegisterAsync(owner, url, changes),
            answer => answer.Outcome is RegistrationOutcome.Created or RegistrationOutcome.Changed);
        _problems = result.Problems;
        if (result.Outcome == RegistrationOutcome.Refused)
            return;
        if (result.Outcome == RegistrationOutcome.Outdated)
        {
            if (Id is null)
                _existing = id;
            else
                await MeetAsync(form);
            return;
        }
        if (email is not null)
            await Desk.ChangeAsync(owner, "owner.change", owner.Text, () => Desk.Grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey).AddEmailsAsync([email]));
        Desk.Say(Id is null ? L["{0} is watched from now on.", url.Text] : L["Saved."], Severity.Success);

        // The first look at once: whoever adds a website wants to know whether it works. It may be slow, and nobody waits for it.
        if (result.Outcome == RegistrationOutcome.Created)
            grain.CheckNowAsync().Ignore();
        Navigation.NavigateTo($"/websites/{id}");
    }

    // What was typed stays, and is saved when somebody who has seen what the other one did says so again.
    private async Task MeetAsync(WebsiteForm form)
    {
        var before = WebsiteForm.Of(_present!);
        if (await ReadAsync(_present!.Id.Value) is { } theirs)
            _clashes = OtherEdit.Merge(form, before, theirs);
    }
}
