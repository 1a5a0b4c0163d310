using Microsoft.Extensions.Logging;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>What this silo keeps of one page: asked of the cluster at most once in a while, by one visitor for all.</summary>
internal sealed partial class PageEntry(StatusPageSlug slug, Func<StatusPageSlug, Task<StatusPageView?>> ask, TimeProvider clock, ILogger logger)
{
    /// <summary>How long what was asked is good.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    // Of a page that is visited that often, a visitor gets what there is, and the next one what is being asked meanwhile.
    private static readonly TimeSpan _fairlyFresh = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile Kept? _kept;
    private Task? _asking;
    private long _askedAt;

    /// <summary>The page; null when there is none.</summary>
    /// <exception cref="TimeoutException">The cluster does not answer, and nothing is known of before.</exception>
    public ValueTask<RenderedPage?> GetAsync()
    {
        var kept = _kept;
        if (kept is not null && !IsDue())
            return new(kept.Page);
        var isVisited = clock.GetElapsedTime(Volatile.Read(ref _askedAt)) < _fairlyFresh;
        var asking = AskOnce();
        return kept?.Page is { } page && isVisited ? new(page) : WaitAsync(asking);
    }

    // The first visitor after a while waits for what is so now, but not for long.
    private async ValueTask<RenderedPage?> WaitAsync(Task asking)
    {
        var isOver = await Task.WhenAny(asking, Task.Delay(_patience, clock)) == asking;
        if (!isOver)
            Grow();
        return _kept is { } kept ? kept.Page : throw new TimeoutException($"The status page {slug} could not be read.");
    }

    private bool IsDue() => clock.GetElapsedTime(Volatile.Read(ref _askedAt)) >= Fresh;

    private Task AskOnce()
    {
        lock (_lock)
        {
            if (_asking is { IsCompleted: false } || (_asking is not null && !IsDue()))
                return _asking;
            Volatile.Write(ref _askedAt, clock.GetTimestamp());
            return _asking = AskAsync();
        }
    }

    private async Task AskAsync()
    {
        // Whoever holds the lock is not to wait for the cluster.
        await Task.Yield();
        try
        {
            var view = await ask(slug);
            var page = view is null ? null : new RenderedPage(view, isStale: false);
            _ = page?.Html;
            _kept = new Kept(page, clock.GetTimestamp());
        }
        catch (Exception e)
        {
            LogNotRead(logger, e, slug);
            Grow();
        }
    }

    // Says from now on since when it is so, instead of pretending that it still is.
    private void Grow()
    {
        if (_kept is { Page: { IsStale: false } page } kept && clock.GetElapsedTime(kept.At) >= Fresh)
            _kept = kept with { Page = new RenderedPage(page.View, isStale: true) };
    }

    private sealed record Kept(RenderedPage? Page, long At);

    [LoggerMessage(4200, LogLevel.Warning, "The status page {Page} could not be read; visitors see what was known before")]
    private static partial void LogNotRead(ILogger logger, Exception exception, StatusPageSlug page);
}
