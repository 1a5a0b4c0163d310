namespace UptimeSquirrel.StatusPages;

/// <summary>What visitors of status pages see, as of about a second ago. Any number of these answer at once; use key 0.</summary>
[Alias("uptime.status-page-views")]
public interface IStatusPageViewGrain : IGrainWithIntegerKey
{
    /// <summary>Everything that one page shows; null when there is none of this name. Costs a few database queries: keep the answer for some seconds.</summary>
    [Alias("View")]
    Task<StatusPageView?> ViewAsync(StatusPageSlug slug);
}
