using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>Tells a page when to look again: when there is news for it, and every so often for what no news tells.</summary>
internal sealed class LiveSource(ViewerNews news, Viewer viewer, TimeProvider clock)
{
    /// <summary>Calls back, one call at a time, until it is disposed. A viewer who looks elsewhere is left alone until they look here again.</summary>
    /// <param name="beat">How often to look while there is no news.</param>
    /// <param name="concerns">Whether news makes a difference to what is shown.</param>
    /// <param name="refresh">Reads anew what is shown.</param>
    public IAsyncDisposable Follow(TimeSpan beat, Func<LiveNews, bool> concerns, Func<CancellationToken, Task> refresh)
    {
        news.Begin();
        return new Following(news, viewer, clock, beat, concerns, refresh);
    }
}
