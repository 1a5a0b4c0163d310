using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Editing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Shows and sets the defaults of an owner. Websites that are watched already stay as they are.</summary>
public sealed partial class DefaultsPanel
{
    private WebsiteChanges _defaults = WebsiteChanges.None;
    private OwnerId? _readFor;
    private WebsiteForm? _form;
    private MudForm? _judged;
    private bool _isValid;
    private IReadOnlyList<string> _problems = [];

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public OwnerId Owner { get; set; } = null!;

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    private IOwnerDefaultsGrain Grain => Desk.Grains.GetGrain<IOwnerDefaultsGrain>(Owner.GrainKey);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_readFor == Owner)
            return;
        _readFor = Owner;
        await Desk.TryAsync(async () =>
        {
            await Desk.MustSeeAsync(Owner);
            _defaults = await Grain.GetAsync();
        });
    }

    private IEnumerable<(string Name, string Value)> Facts()
    {
        var form = FormOf(_defaults);
        (string Name, string Value)[] all =
        [
            ("Look every", form.Every), ("Time limit", form.Timeout), ("Statuses that count as up", form.Accept), ("Tags", form.Tags), ("Look again after", form.Recheck),
        ];
        return all.Where(fact => fact.Value.Length > 0);
    }

    private void Open() => (_problems, _form) = ([], FormOf(_defaults));

    private static WebsiteForm FormOf(WebsiteChanges defaults) => new()
    {
        Every = defaults.Interval is { } interval ? Duration.Format(interval) : "",
        Timeout = defaults.Timeout is { } timeout ? Duration.Format(timeout) : "",
        Accept = defaults.Accept?.Text ?? "",
        Tags = string.Join(", ", defaults.Tags ?? []),
        Recheck = defaults.Patience?.RecheckDelays is { } delays ? RecheckText.Write(delays) : "",
    };

    private async Task SaveAsync()
    {
        if (_form is not { } form || _judged is null)
            return;
        await _judged.ValidateAsync();
        if (!_isValid)
            return;
        DefaultsResult? result = null;
        if (!await Desk.TryAsync(async () => result = await Desk.ChangeAsync(Owner, "owner.defaults", Owner.Text, () => Grain.ChangeAsync(Read(form)))))
            return;
        (_defaults, _problems) = (result!.Defaults, [.. result.Problems.Select(problem => problem.Message)]);
        if (_problems.Count == 0)
            _form = null;
    }

    // What is left empty is taken back; what this form does not show stays.
    private static WebsiteChanges Read(WebsiteForm form)
    {
        var all = WebsiteFormRules.Read(form, null);
        (bool IsEmpty, SettingName Name)[] settings =
        [
            (all.Interval is null, SettingName.Every), (all.Timeout is null, SettingName.Timeout), (all.Accept is null, SettingName.Accept), (all.Tags is null, SettingName.Tag),
            (all.Patience is null, SettingName.Recheck),
        ];
        return new WebsiteChanges
        {
            Interval = all.Interval,
            Timeout = all.Timeout,
            Accept = all.Accept,
            Tags = all.Tags,
            Patience = all.Patience,
            Unset = [.. settings.Where(setting => setting.IsEmpty).Select(setting => setting.Name)],
        };
    }
}
