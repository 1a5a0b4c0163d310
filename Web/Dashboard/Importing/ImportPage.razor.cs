using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Editing;

namespace UptimeSquirrel.Web.Dashboard.Importing;

/// <summary>Watches every website of a list that was pasted, after showing what that would do.</summary>
public sealed partial class ImportPage : IDisposable
{
    // About 50,000 addresses; more is for the command line.
    private const int MaximumCharacters = 2_000_000;

    private static readonly string _example = "https://shop.example\nhttps://blog.example   # every line is one";

    private readonly CancellationTokenSource _leaving = new();
    private string _text = "";
    private OwnerId? _owner;
    private OwnerId? _onlyOwner;
    private string _email = "";
    private IReadOnlyList<ImportedLine> _lines = [];
    private bool _isPreview = true;
    private bool _isBusy;
    private double _progress;

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool CanImport => _isPreview && _lines.Any(line => line.Outcome is ImportOutcome.Created or ImportOutcome.Changed);

    private string Summary => string.Join(", ", _lines.GroupBy(line => line.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {L[NameOf(group.Key)]}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _owner = _onlyOwner = await Desk.OnlyOwnerAsync();

    private static Color ColorOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Created or ImportOutcome.Changed => Color.Success,
        ImportOutcome.Bad or ImportOutcome.Failed => Color.Error,
        _ => Color.Default,
    };

    private static string NameOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Created => "new",
        ImportOutcome.Changed => "changed",
        ImportOutcome.Unchanged => "unchanged",
        ImportOutcome.Duplicate => "repeated",
        ImportOutcome.Bad => "cannot be taken",
        _ => "failed",
    };

    private Task PreviewAsync() => RunAsync(isPreview: true);

    private Task ImportAsync() => RunAsync(isPreview: false);

    private async Task RunAsync(bool isPreview)
    {
        if (FieldRules.Email(_email) is { } problem)
        {
            Desk.Say(problem, Severity.Error);
            return;
        }
        EmailAddress[] emails = EmailAddress.TryParse(_email, out var email, out _) ? [email] : [];
        (_isBusy, _isPreview, _progress) = (true, isPreview, 0);
        var import = new ListImport(Desk, Clock, done => _ = InvokeAsync(() =>
        {
            _progress = done * 100;
            StateHasChanged();
        }));
        await Desk.TryAsync(async () => _lines = await import.RunAsync(_text, _owner, emails, isPreview, _leaving.Token));
        _isBusy = false;
        if (_lines.Count == 0)
            Desk.Say(L["No line holds an address."], Severity.Warning);
        else if (!isPreview)
            Desk.Say(Summary, Severity.Success);
    }
}
