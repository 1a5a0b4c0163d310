using Microsoft.AspNetCore.Components;
using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Dashboard.Desk;

namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>A page that is kept up to date while somebody looks at it. When the cluster does not answer, it says so, keeps what it knew, and asks again.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IAsyncDisposable? _following;
    private bool _isBusy;
    private bool _isWantedAgain;

    /// <summary>What keeps the page from being up to date, a sentence; null when nothing does.</summary>
    protected string? Trouble { get; private set; }

    /// <summary>Whether anything has been read yet.</summary>
    protected bool IsLoaded { get; private set; }

    [Inject]
    private LiveSource Source { get; set; } = null!;

    [Inject]
    private FrontDesk FrontDesk { get; set; } = null!;

    private protected FrontDesk Desk => FrontDesk;

    /// <summary>How often the page is read anew while there is no news, for what no news tells.</summary>
    protected virtual TimeSpan Beat => TimeSpan.FromSeconds(15);

    /// <summary>Whether news makes a difference to what the page shows.</summary>
    protected virtual bool Concerns(LiveNews news) => true;

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void OnInitialized() => _following = Source.Follow(Beat, Concerns, cancellation => InvokeAsync(() => RefreshAsync(cancellation)));

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => RefreshAsync(_leaving.Token);

    /// <summary>Reads anew what the page shows, now.</summary>
    protected Task RefreshAsync() => RefreshAsync(_leaving.Token);

    /// <summary>Does something that changes what the page shows, says what came of it, and reads the page anew.</summary>
    private protected async Task DoAsync(Func<Task> change, string? done = null)
    {
        if (await Desk.TryAsync(change, done))
            await RefreshAsync();
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_following is not null)
            await _following.DisposeAsync();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // What was asked for meanwhile may be another page of a list: what is being read then is not what is wanted.
        _isWantedAgain = _isBusy;
        if (_isBusy || cancellationToken.IsCancellationRequested)
            return;
        _isBusy = true;
        try
        {
            do
            {
                _isWantedAgain = false;
                await LoadAsync(cancellationToken);
            }
            while (_isWantedAgain && !cancellationToken.IsCancellationRequested);
            (IsLoaded, Trouble) = (true, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Trouble = Desk.Explain(exception);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            _isBusy = false;
        }
        if (!_leaving.IsCancellationRequested)
            StateHasChanged();
    }
}
