using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Asks what a new channel needs to know, and adds it.</summary>
public sealed partial class ChannelDialog
{
    private const string Email = "email";

    private readonly Dictionary<string, string> _values = [];
    private IReadOnlyList<ChannelKind> _kinds = [];
    private IReadOnlyList<string> _problems = [];
    private ChannelKind? _kind;
    private MudForm? _judged;
    private bool _isValid;
    private bool _isBusy;
    private string _only = "";
    private string _after = "";

    /// <summary>Who is to be told over it.</summary>
    [Parameter]
    public OwnerId Owner { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Desk.TryAsync(async () => _kinds = await Desk.Grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync());
        _kind = _kinds.FirstOrDefault(kind => kind.Name == Email) ?? (_kinds.Count > 0 ? _kinds[0] : null);
    }

    private static string NameOf(string only) => only switch
    {
        "critical" => "Only outages",
        "warning" => "Outages and warnings",
        _ => "Everything",
    };

    private void Choose(ChannelKind? kind)
    {
        (_kind, _problems) = (kind, []);
        _values.Clear();
    }

    private async Task AddAsync()
    {
        if (_kind is not { } kind || _judged is null)
            return;
        await _judged.ValidateAsync();
        if (!_isValid)
            return;
        TimeSpan? after = Duration.TryParse(_after, out var length, out _) && _after.Length > 0 ? length : null;
        var use = new ChannelUse(after, _only.Length > 0 ? _only : null);
        var settings = _values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).ToDictionary(value => value.Key, value => value.Value.Trim());
        _isBusy = true;
        ChannelChange? change = null;
        await Desk.TryAsync(async () => change = await Desk.ChangeAsync(
            Owner, "channel.add", $"{Owner} {kind.Name}", () => Desk.Grains.GetGrain<IOwnerNotificationGrain>(Owner.GrainKey).AddChannelAsync(kind.Name, settings, use)));
        _isBusy = false;
        _problems = change?.Problems ?? [];
        if (change?.Channel is { } channel)
        {
            Desk.Say(L["{0} is told over {1} from now on.", Owner.Text, channel.Id], Severity.Success);
            Dialog.Close(DialogResult.Ok(true));
        }
    }
}
