using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>Looks again every few seconds: what a page shows is one or two questions to the read model, whatever its size.</summary>
internal sealed class PolledSource(Viewer viewer, TimeProvider clock) : ILiveSource
{
    public IAsyncDisposable Follow(TimeSpan every, Func<CancellationToken, Task> refresh)
    {
        var stopping = new CancellationTokenSource();
        return new Following(RunAsync(every, refresh, stopping.Token), stopping);
    }

    private async Task RunAsync(TimeSpan every, Func<CancellationToken, Task> refresh, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                if (viewer.IsLooking)
                    await refresh(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has left the page.
        }
    }

    private sealed class Following(Task running, CancellationTokenSource stopping) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();

            // Not awaited: it may be this very call that is being left.
            _ = running.ContinueWith(_ => stopping.Dispose(), TaskScheduler.Default);
        }
    }
}
