using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>Keeps one part of a page up to date for as long as it is on the screen.</summary>
internal sealed class Following : IAsyncDisposable
{
    /// <summary>How often to look while no news comes in; and once after news, which may be ahead of the lists.</summary>
    public static readonly TimeSpan WithoutNews = TimeSpan.FromSeconds(5);

    // However much happens, a viewer costs one reading a second, and a slow one a fifth of the time.
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);
    private const int Rest = 4;

    private readonly CancellationTokenSource _stopping = new();
    private readonly ViewerNews _news;
    private readonly Viewer _viewer;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _beat;
    private readonly Func<LiveNews, bool> _concerns;
    private volatile TaskCompletionSource _told = NotTold();

    public Following(ViewerNews news, Viewer viewer, TimeProvider clock, TimeSpan beat, Func<LiveNews, bool> concerns, Func<CancellationToken, Task> refresh)
    {
        (_news, _viewer, _clock, _beat, _concerns) = (news, viewer, clock, beat, concerns);
        _news.Heard += Hear;
        _viewer.Changed += Tell;
        _ = RunAsync(refresh, _stopping.Token);
    }

    // The run is not awaited: it may be this very call that is being left.
    public async ValueTask DisposeAsync()
    {
        _news.Heard -= Hear;
        _viewer.Changed -= Tell;
        await _stopping.CancelAsync();
        _stopping.Dispose();
    }

    private static TaskCompletionSource NotTold() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void Hear(LiveNews? news)
    {
        if (news is null || _concerns(news))
            Tell();
    }

    private void Tell() => _told.TrySetResult();

    private async Task RunAsync(Func<CancellationToken, Task> refresh, CancellationToken cancellationToken)
    {
        try
        {
            var (wasTold, rested) = (false, _clock.GetUtcNow());
            while (true)
            {
                wasTold = await IsToldWithinAsync(wasTold || !_news.IsListening ? WithoutNews : _beat, cancellationToken);
                if (rested - _clock.GetUtcNow() is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, _clock, cancellationToken);
                _told = NotTold();
                if (!_viewer.IsLooking)
                    continue;
                var began = _clock.GetUtcNow();
                await refresh(cancellationToken);
                rested = _clock.GetUtcNow() + Longer(_shortest, (_clock.GetUtcNow() - began) * Rest);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has left the page.
        }
    }

    private async Task<bool> IsToldWithinAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isTold = await Task.WhenAny(_told.Task, Task.Delay(pause, _clock, waiting.Token)) == _told.Task;
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return isTold;
    }
}
