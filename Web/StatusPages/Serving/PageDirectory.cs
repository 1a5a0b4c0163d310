using Microsoft.Extensions.Logging;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Which pages there are, as this silo knows it: so that an address nobody has costs the cluster nothing.</summary>
internal sealed partial class PageDirectory(IGrainFactory grains, TimeProvider clock, ILogger<PageDirectory> logger)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(10);

    // Somebody who has just made a page wants to see it.
    private static readonly TimeSpan _freshEnoughToSayNo = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile Known? _known;
    private Task? _asking;
    private long _askedAt;

    /// <summary>The page of this name; null when there is none.</summary>
    /// <exception cref="TimeoutException">The cluster does not answer, and nothing is known of before.</exception>
    public async ValueTask<StatusPageSummary?> FindAsync(StatusPageSlug slug)
    {
        var known = await KnowAsync(_fresh);
        if (known.BySlug.TryGetValue(slug.Text, out var page))
            return page;
        known = await KnowAsync(_freshEnoughToSayNo);
        return known.BySlug.GetValueOrDefault(slug.Text);
    }

    /// <summary>The page that has this domain to itself; null when none has. While nothing is known, none has.</summary>
    /// <param name="host">What a visitor called this silo by.</param>
    /// <param name="mayWait">Whether it is worth waiting until something is known.</param>
    public async ValueTask<StatusPageSummary?> FindByDomainAsync(string host, bool mayWait)
    {
        // Nobody but a domain has a page, and most silos are called by other names.
        if (!host.Contains('.', StringComparison.Ordinal) || char.IsAsciiDigit(host[^1]))
            return null;
        try
        {
            var known = _known;
            if (known is null && !mayWait)
            {
                _ = AskOnce();
                return null;
            }

            return (await KnowAsync(_fresh)).ByDomain.GetValueOrDefault(host);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private ValueTask<Known> KnowAsync(TimeSpan freshness)
    {
        var known = _known;
        if (known is not null && clock.GetElapsedTime(known.At) < freshness)
            return new(known);
        var asking = AskOnce();

        // Anything known is good enough to find by; only a no is worth waiting for.
        return known is not null && freshness == _fresh ? new(known) : WaitAsync(asking);
    }

    private async ValueTask<Known> WaitAsync(Task asking)
    {
        await Task.WhenAny(asking, Task.Delay(_patience, clock));
        return _known ?? throw new TimeoutException("The list of status pages could not be read.");
    }

    private Task AskOnce()
    {
        lock (_lock)
        {
            // What is down is not to be asked a thousand times a second.
            if (_asking is { IsCompleted: false } || (_asking is not null && clock.GetElapsedTime(_askedAt) < _freshEnoughToSayNo))
                return _asking;
            _askedAt = clock.GetTimestamp();
            return _asking = AskAsync();
        }
    }

    private async Task AskAsync()
    {
        await Task.Yield();
        var at = clock.GetTimestamp();
        try
        {
            var pages = await grains.GetGrain<IStatusPagesGrain>(0).ListAsync();
            _known = new Known(
                at, pages.ToDictionary(page => page.Slug.Text, StringComparer.Ordinal),
                pages.Where(page => page.Domain is not null).ToDictionary(page => page.Domain!, StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception e)
        {
            LogNotRead(e);
        }
    }

    private sealed record Known(long At, IReadOnlyDictionary<string, StatusPageSummary> BySlug, IReadOnlyDictionary<string, StatusPageSummary> ByDomain);

    [LoggerMessage(4211, LogLevel.Warning, "The list of status pages could not be read; the pages known before are served")]
    private partial void LogNotRead(Exception exception);
}
