using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>Does one thing to many websites.</summary>
public sealed partial class BulkBar : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private bool _isAll;
    private bool _isBusy;

    /// <summary>The websites that are ticked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<WebsiteStatus> Selected { get; set; } = [];

    /// <summary>How many match on all pages.</summary>
    [Parameter]
    public int Matching { get; set; }

    /// <summary>What they match.</summary>
    [Parameter, EditorRequired]
    public CatalogQuery Query { get; set; } = null!;

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private int Count => _isAll ? Matching : Selected.Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task RunAsync(BulkAction action)
    {
        _isBusy = true;
        var work = new BulkWork(Desk);
        var isDone = await Desk.TryAsync(() => _isAll ? work.RunAsync(action, Query, _leaving.Token) : work.RunAsync(action, Selected, _leaving.Token));
        _isBusy = false;
        if (isDone)
            Desk.Say(
                work.Failed == 0 ? L["Done with {0}.", Phrases.Number(work.Done)] : L["Done with {0}; {1} could not be done.", Phrases.Number(work.Done), Phrases.Number(work.Failed)],
                work.Failed == 0 ? Severity.Success : Severity.Warning);
        await Done.InvokeAsync();
    }

    private async Task TagAsync()
    {
        var text = await TextDialog.AskAsync(Dialogs, L["Tag {0} websites", Phrases.Number(Count)], L["Tags, with commas between them"], L["Tag"]);
        var tags = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.ToLowerInvariant()).ToList();
        if (tags.Count > 0)
            await RunAsync(BulkAction.Tag(tags));
    }

    private async Task RemoveAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs, L["Remove {0} websites?", Phrases.Number(Count)], L["They are not watched any more, and their history is forgotten. This cannot be undone."], L["Remove"]);
        if (isSure)
            await RunAsync(BulkAction.Remove);
    }
}
