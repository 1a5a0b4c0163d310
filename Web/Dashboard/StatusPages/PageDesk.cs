using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Dashboard.Desk;

namespace UptimeSquirrel.Web.Dashboard.StatusPages;

/// <summary>Changes status pages, which may belong to somebody else than when the tab was opened.</summary>
internal static class PageDesk
{
    /// <summary>Changes a page, if the caller may change what belongs to its owner of now.</summary>
    /// <param name="desk">Where it is asked for.</param>
    /// <param name="slug">Which page.</param>
    /// <param name="what">What is done, as <c>noun.verb</c>.</param>
    /// <param name="change">Does it.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    public static async Task<T> ChangePageAsync<T>(this FrontDesk desk, StatusPageSlug slug, string what, Func<IStatusPageGrain, Task<T>> change)
    {
        var grain = desk.Grains.GetGrain<IStatusPageGrain>(slug.GrainKey);
        return await desk.ChangeAsync((await grain.GetAsync())?.Settings.Owner, what, slug.Text, () => change(grain));
    }
}
