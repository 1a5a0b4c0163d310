using Microsoft.AspNetCore.Components.Authorization;
using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Live;

namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>The news of one viewer, for all parts of the page they have open: to the hub they are one, however much they look at.</summary>
internal sealed class ViewerNews(LiveHub hub, AuthenticationStateProvider visitors) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Task _hearing = Task.CompletedTask;
    private volatile bool _hasBegun;

    /// <summary>Something happened; null = anything may have happened to any website.</summary>
    public event Action<LiveNews?>? Heard;

    /// <summary>Whether the viewer is told of what happens; else they have to ask.</summary>
    public bool IsListening => _hasBegun && hub.IsListening;

    /// <summary>Begins to listen, if there is room for another viewer and it has not begun already.</summary>
    public void Begin()
    {
        if (_hearing.IsCompleted && hub.HasRoom)
            _hearing = HearAsync();
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task HearAsync()
    {
        try
        {
            var caller = (await visitors.GetAuthenticationStateAsync()).User;
            if (caller.Identity is not { IsAuthenticated: true })
                return;
            await foreach (var message in hub.WatchAsync(caller.OnlyOwner(), cancellationToken: _leaving.Token))
            {
                _hasBegun = true;
                Heard?.Invoke(message.News);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The viewer has gone.
        }
        finally
        {
            _hasBegun = false;
        }
    }
}
