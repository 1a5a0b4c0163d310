namespace UptimeSquirrel.Web.Dashboard.Live;

/// <summary>Tells a page when to look again.</summary>
internal interface ILiveSource
{
    /// <summary>Calls back, one call at a time, until it is disposed. A viewer who looks elsewhere is left alone.</summary>
    /// <param name="every">How often at most.</param>
    /// <param name="refresh">Reads anew what the page shows.</param>
    IAsyncDisposable Follow(TimeSpan every, Func<CancellationToken, Task> refresh);
}
