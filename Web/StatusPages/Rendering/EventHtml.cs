using System.Globalization;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>What the monitor itself knows of: outages, and planned maintenance.</summary>
internal static class EventHtml
{
    public static Html Outages(StatusPageView view, PageText text) => Html.Of($"""
        <section>
        <h2>{text.Words.Outages}</h2>
        {(view.Outages.Count == 0 ? Html.Of($"<p>{text.Words.NoOutages}</p>") : Html.Of($"<ul class=\"events\">\n{view.Outages.Select(outage => Outage(outage, view.AsOf, text))}</ul>"))}
        </section>

        """);

    public static Html Maintenance(StatusPageView view, PageText text) => view.Maintenance.Count == 0 ? Html.Empty : Html.Of($"""
        <section>
        <h2>{text.Words.PlannedMaintenance}</h2>
        <ul class="events">
        {view.Maintenance.Select(maintenance => Planned(maintenance, view.AsOf, text))}</ul>
        </section>

        """);

    /// <summary>A moment that programs can read, too.</summary>
    public static Html Time(DateTimeOffset at, PageText text) =>
        Html.Of($"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{text.Moment(at)}</time>""");

    /// <summary>From when to when, as far as both are known.</summary>
    public static Html Span(DateTimeOffset from, DateTimeOffset? to, PageText text) =>
        to is { } end ? Html.Of($"{Time(from, text)} – {Time(end, text)}") : Html.Of($"{With(text.Words.From, Time(from, text))}");

    private static Html Outage(OutageView outage, DateTimeOffset now, PageText text)
    {
        var words = text.Words;
        var length = text.Length((outage.To ?? now) - outage.From);
        var (look, what) = outage.To is null ? ("down", PageText.Fill(words.Lasts, length)) : ("up", PageText.Fill(words.WasDownFor, length));
        return Html.Of($"""
            <li><strong>{outage.Name}</strong> <span class="state {look}">{what}</span>
            <br><span class="soft">{Span(outage.From, outage.To, text)}</span></li>

            """);
    }

    private static Html Planned(MaintenanceView maintenance, DateTimeOffset now, PageText text)
    {
        var underWay = maintenance.From <= now ? Html.Of($" <span class=\"state maintenance\">{text.Words.UnderWay}</span>") : Html.Empty;
        return Html.Of($"""
            <li><strong>{string.Join(", ", maintenance.Names)}</strong>{underWay}
            <br><span class="soft">{Span(maintenance.From, maintenance.To, text)}</span></li>

            """);
    }

    // The sentences have their values as {0}; here the value is markup.
    private static Html With(string sentence, Html value)
    {
        var parts = sentence.Split("{0}", 2);
        return Html.Of($"{parts[0]}{value}{(parts.Length > 1 ? parts[1] : "")}");
    }
}
