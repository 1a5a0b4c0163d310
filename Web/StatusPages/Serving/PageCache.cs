using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>The pages this silo serves, rendered at most every ten seconds each, whatever the number of visitors.</summary>
internal sealed class PageCache(IGrainFactory grains, PageDirectory directory, TimeProvider clock, ILogger<PageCache> logger)
{
    private readonly ConcurrentDictionary<string, PageEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The page of this name; null when there is none.</summary>
    /// <exception cref="TimeoutException">The cluster does not answer, and nothing is known of before.</exception>
    public async ValueTask<RenderedPage?> GetAsync(StatusPageSlug slug)
    {
        if (_entries.TryGetValue(slug.Text, out var entry))
            return await entry.GetAsync();

        // Only what there is takes memory.
        return await directory.FindAsync(slug) is null ? null : await _entries.GetOrAdd(slug.Text, _ => new PageEntry(slug, AskAsync, clock, logger)).GetAsync();
    }

    private Task<StatusPageView?> AskAsync(StatusPageSlug slug) => grains.GetGrain<IStatusPageViewGrain>(0).ViewAsync(slug);
}
