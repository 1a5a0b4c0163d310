using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Editing;
using UptimeSquirrel.Web.Importing;

namespace UptimeSquirrel.Web.Dashboard.Importing;

/// <summary>Watches every website of a list that was pasted, or of a file, after showing what that would do.</summary>
public sealed partial class ImportPage : IDisposable
{
    // About 30,000 addresses; more is for a file.
    private const int MaximumCharacters = 1_000_000;
    private const int MostRemarks = 20;

    private static readonly string _example = "https://shop.example\nhttps://blog.example   # every line is one";

    private readonly CancellationTokenSource _leaving = new();
    private string _text = "";
    private IBrowserFile? _file;
    private int _chosen;
    private OwnerId? _owner;
    private OwnerId? _onlyOwner;
    private string _email = "";
    private bool _withSecrets;
    private ShownList? _shown;
    private string? _problem;
    private bool _isBusy;
    private double _progress;

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IAudit Audit { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private GivenChoices Given => new(_text, _file, _owner, _email, _withSecrets);

    // What is on the screen is what would be taken in: nothing, when something else was chosen since.
    private ShownList? Shown => _shown?.Given == Given ? _shown : null;

    private bool CanImport => Shown is { IsPreview: true } shown && shown.Lines.Any(line => line.Outcome is ImportOutcome.Created or ImportOutcome.Changed);

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
        ImportOutcome.Skipped => "skipped",
        ImportOutcome.Bad => "cannot be taken",
        _ => "failed",
    };

    private string Summary(ShownList shown) => string.Join(", ", shown.Lines.GroupBy(line => line.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {L[NameOf(group.Key)]}"));

    private void Choose(InputFileChangeEventArgs change) => (_file, _problem) = (change.FileCount > 0 ? change.File : null, null);

    // A new field, because the browser's own cannot be emptied from here.
    private void Withdraw() => (_file, _problem, _chosen) = (null, null, _chosen + 1);

    private async Task PreviewAsync()
    {
        if (FieldRules.Email(_email) is { } problem)
        {
            Desk.Say(problem, Severity.Error);
            return;
        }
        var given = Given;
        _shown = null;
        await RunAsync(async () => await ShowAsync(given, await ReadAsync(given), isPreview: true));
        if (_shown is { Lines.Count: 0 })
        {
            _shown = null;
            Desk.Say(L["No line holds an address."], Severity.Warning);
        }
    }

    private async Task ImportAsync()
    {
        if (_isBusy || Shown is not { IsPreview: true } preview)
            return;
        await RunAsync(() => ShowAsync(preview.Given, preview.Content, isPreview: false));
        if (Shown is { IsPreview: false } done)
            Desk.Say(Summary(done), Severity.Success);
    }

    private async Task RunAsync(Func<Task> act)
    {
        (_isBusy, _problem, _progress) = (true, null, 0);
        await Desk.TryAsync(async () =>
        {
            try
            {
                await act();
            }
            catch (NoListException exception)
            {
                _problem = exception.Message;
            }
        });
        _isBusy = false;
    }

    private async Task ShowAsync(GivenChoices given, ListContent content, bool isPreview)
    {
        EmailAddress[] emails = EmailAddress.TryParse(given.Email, out var email, out _) ? [email] : [];
        var desk = new ImportDesk(Desk.Grains, Audit, Desk.ChangerAsync, Desk.Explain);
        var import = new ListImport(desk, Clock, done => _ = InvokeAsync(() =>
        {
            _progress = done * 100;
            StateHasChanged();
        }));
        _shown = new ShownList(given, content, await import.RunAsync(content, given.Owner, emails, isPreview, _leaving.Token), isPreview);
    }

    private async Task<ListContent> ReadAsync(GivenChoices given)
    {
        var choices = new ReadingChoices { WithSecrets = given.WithSecrets };
        if (given.File is null && given.Text.Length >= MaximumCharacters)
            throw new NoListException(L["The browser cuts what is pasted off after {0} characters: choose the list as a file.", MaximumCharacters]);
        if (given.File is not { } file)
            return await GivenList.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(given.Text)), choices, _leaving.Token);
        if (file.Size > GivenList.MostBytes)
            throw new NoListException(GivenList.TooLarge);
        try
        {
            await using var stream = file.OpenReadStream(GivenList.MostBytes, _leaving.Token);
            return await GivenList.ReadAsync(stream, choices, _leaving.Token);
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            throw new NoListException(L["The file cannot be read from your computer any more: choose it again."]);
        }
    }
}
