using System.Collections.Concurrent;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.StatusPages.Rendering;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>A page as it was at one moment, in every form it is asked for, each made once.</summary>
internal sealed class RenderedPage(StatusPageView view, bool isStale)
{
    // Badges of one page: as many as it has websites and windows, and no more than that.
    private readonly ConcurrentDictionary<string, Lazy<Rendition>> _badges = new(StringComparer.Ordinal);
    private readonly Lazy<Rendition> _html = new(() => Rendition.Of(PageHtml.Write(view, isStale), "text/html; charset=utf-8"));
    private readonly Lazy<Rendition> _json = new(() => Rendition.Of(PageJson.Write(view, isStale), "application/json; charset=utf-8"));
    private readonly Lazy<Rendition> _feed = new(() => Rendition.Of(PageFeed.Write(view), "application/atom+xml; charset=utf-8"));
    private readonly Lazy<Rendition> _widget = new(() => Rendition.Of(PageHtml.WriteWidget(view, isStale), "text/html; charset=utf-8"));

    public StatusPageView View => view;

    public bool IsStale => isStale;

    public Rendition Html => _html.Value;

    public Rendition Json => _json.Value;

    public Rendition Feed => _feed.Value;

    public Rendition Widget => _widget.Value;

    /// <summary>A badge; null when there is none of this kind.</summary>
    /// <param name="key">Of which website; null = of the whole page.</param>
    /// <param name="kind">status, uptime or latency.</param>
    /// <param name="window">For uptime: 24h, 7d, 30d or 90d.</param>
    public Rendition? Badge(string? key, string kind, string window)
    {
        var website = key is null ? null : view.Groups.SelectMany(group => group.Websites).FirstOrDefault(one => one.Key == key);
        if (!BadgeRules.IsThere(view, website, key, kind, window))
            return null;
        return _badges.GetOrAdd($"{key}/{kind}/{(kind == "uptime" ? window : "")}", _ => new Lazy<Rendition>(() => Draw(website, kind, window))).Value;
    }

    private Rendition Draw(PublicWebsite? website, string kind, string window)
    {
        var text = PageText.Of(view.Settings);
        var svg = (website, kind) switch
        {
            (null, _) => BadgeSvg.WritePage(view),
            ({ } one, "uptime") => BadgeSvg.WriteUptime(one, window, text),
            ({ } one, "latency") => BadgeSvg.WriteLatency(one, text),
            ({ } one, _) => BadgeSvg.WriteStatus(one, text),
        };
        return Rendition.Of(svg, "image/svg+xml; charset=utf-8");
    }
}
