using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Editing;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Takes the words for one kind of channel, shows how messages would read in them, and has them kept.</summary>
public sealed partial class TemplateEditor
{
    private const string Email = "email";

    private IReadOnlyList<ChannelKind> _kinds = [];
    private ChannelKind? _kind;
    private string _subject = "";
    private string _body = "";
    private IReadOnlyList<string> _problems = [];
    private IReadOnlyList<TemplatePreview> _previews = [];
    private bool _isBusy;

    /// <summary>Whose messages.</summary>
    [Parameter, EditorRequired]
    public OwnerStatus Owner { get; set; } = null!;

    /// <summary>The template that is changed; null = a new one, for a kind of channel that has none.</summary>
    [Parameter]
    public OwnerTemplate? Template { get; set; }

    /// <summary>It is saved, or given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    private IOwnerNotificationGrain Grain => Desk.Grains.GetGrain<IOwnerNotificationGrain>(Owner.Id.GrainKey);

    private string? KindName => Template?.Kind ?? _kind?.Name;

    private bool IsStuck => _isBusy || KindName is null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (_subject, _body) = (Template?.Subject ?? "", Template?.Body ?? "");
        if (Template is not null)
            return;
        var taken = Owner.Templates.Select(template => template.Kind).ToHashSet();
        await Desk.TryAsync(async () => _kinds = [.. (await Desk.Grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync()).Where(kind => !taken.Contains(kind.Name))]);
        _kind = _kinds.FirstOrDefault(kind => kind.Name == Email) ?? (_kinds.Count > 0 ? _kinds[0] : null);
    }

    private static string? Given(string text) => FieldRules.IsEmpty(text) ? null : text;

    private void Choose(ChannelKind? kind) => (_kind, _problems, _previews) = (kind, [], []);

    private async Task PreviewAsync()
    {
        (_problems, _previews) = ([], []);
        var (subject, body) = (Given(_subject), Given(_body));

        // With neither, the template that is set would be shown, which is not what stands in the fields.
        if (Template is not null && subject is null && body is null)
        {
            _problems = [L["Neither a subject nor a body is there: remove the template to have the usual words."]];
            return;
        }

        _isBusy = true;
        await Desk.TryAsync(async () =>
        {
            await Desk.MustChangeAsync(Owner.Id);
            var test = await Grain.TestTemplateAsync(KindName!, subject, body);
            (_problems, _previews) = (test.Problems, test.Previews);
        });
        _isBusy = false;
    }

    private async Task SaveAsync()
    {
        (_problems, _previews, _isBusy) = ([], [], true);
        var kind = KindName!;
        TemplateChange? change = null;
        await Desk.TryAsync(async () => change = await Desk.ChangeAsync(
            Owner.Id, "template.set", $"{Owner.Id} {kind}", () => Grain.SetTemplateAsync(kind, Given(_subject), Given(_body)), answer => answer.Template is not null));
        _isBusy = false;
        _problems = change?.Problems ?? [];
        if (change?.Template is null)
            return;
        Desk.Say(L["Messages by {0} read in these words from now on.", kind], Severity.Success);
        await Closed.InvokeAsync();
    }
}
