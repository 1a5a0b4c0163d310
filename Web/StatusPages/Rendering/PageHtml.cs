using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>A status page for browsers: no script, no style of its own, and it makes sense when it is read aloud.</summary>
internal static class PageHtml
{
    /// <summary>The whole page.</summary>
    /// <param name="view">What there is to show.</param>
    /// <param name="isStale">Whether the monitor does not answer, so that this is older than it should be.</param>
    public static string Write(StatusPageView view, bool isStale)
    {
        var text = PageText.Of(view.Settings);
        var state = PageState.Of(view);
        return Frame(view.Settings, text, Icon(state.Overall), Body(view, text, state, isStale), $"/status/{view.Slug}").Text;
    }

    /// <summary>What a visitor sees who has not entered the password of the page yet. It tells nothing but that there is one.</summary>
    public static string WriteDoor(StatusPageSettings settings, string? problem)
    {
        var text = PageText.Of(settings);
        var words = text.Words;
        var complaint = problem is null ? Html.Empty : Html.Of($"""<p class="stale" role="alert" id="problem">{problem}</p>""");
        var described = problem is null ? Html.Empty : new Html(" aria-describedby=\"problem\" aria-invalid=\"true\"");
        return Frame(settings with { Description = "", Parts = settings.Parts with { Indexing = false } }, text, "unknown", Html.Of($"""
            <main id="content">
            <h1>{settings.Title}</h1>
            <p>{words.PasswordAsked}</p>
            {complaint}
            <form method="post" class="door">
            <label for="password">{words.Password}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"{described}>
            <button type="submit">{words.Enter}</button>
            </form>
            </main>

            """), feed: null).Text;
    }

    /// <summary>The page within a page: all of it in one line, which leads to the page.</summary>
    public static string WriteWidget(StatusPageView view, bool isStale)
    {
        var text = PageText.Of(view.Settings);
        var state = PageState.Of(view);
        var note = isStale ? PageText.Fill(text.Words.Stale, text.Moment(view.AsOf)) : PageText.Fill(text.Words.AsOf, text.Moment(view.AsOf));
        return Frame(view.Settings, text, Icon(state.Overall), Html.Of($"""
            <main id="content" class="widget">
            <p class="banner {Icon(state.Overall)}"><a href="/status/{view.Slug.Text}" target="_blank" rel="noopener">{view.Settings.Title}: {text.Overall(state)}</a></p>
            <p class="soft">{note}</p>
            </main>

            """), feed: null, isWidget: true).Text;
    }

    private static Html Body(StatusPageView view, PageText text, PageState state, bool isStale)
    {
        var (words, parts) = (text.Words, view.Settings.Parts);
        var note = isStale
            ? Html.Of($"""<p class="stale" role="alert">{PageText.Fill(words.Stale, text.Moment(view.AsOf))}</p>""")
            : Html.Of($"""<p class="soft">{PageText.Fill(words.AsOf, text.Moment(view.AsOf))}</p>""");
        return Html.Of($"""
            <a class="skip" href="#content">{words.ToContent}</a>
            <header>
            <h1>{view.Settings.Title}</h1>
            {Paragraphs(view.Settings.Description)}
            </header>
            <main id="content">
            <p class="banner {Icon(state.Overall)}">{text.Overall(state)}</p>
            {note}
            {AnnouncementHtml.Current(view, text)}
            {GroupHtml.All(view, text)}
            {(parts.Maintenance ? EventHtml.Maintenance(view, text) : Html.Empty)}
            {(parts.Incidents ? EventHtml.Outages(view, text) : Html.Empty)}
            {AnnouncementHtml.Earlier(view, text)}
            {SubscribeHtml.Form(view, text, problem: null)}
            </main>
            <footer>
            <p class="soft">{PageText.Fill(words.AllTimesIn, view.Settings.Zone)} <a href="/status/{view.Slug.Text}/feed.atom">{words.Feed}</a> <a href="/status/{view.Slug.Text}.json">JSON</a></p>
            </footer>

            """);
    }

    public static Html Frame(StatusPageSettings settings, PageText text, string icon, Html body, string? feed, bool isWidget = false)
    {
        var robots = settings.Parts.Indexing && !isWidget ? Html.Empty : new Html("<meta name=\"robots\" content=\"noindex\">\n");
        var description = settings.Description.Length == 0 ? Html.Empty : Html.Of($"<meta name=\"description\" content=\"{settings.Description}\">\n");
        var subscribe = feed is null ? Html.Empty : Html.Of($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{settings.Title}\" href=\"{feed}/feed.atom\">\n");
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{text.Words.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{settings.Title}</title>
            {description}{robots}{subscribe}<link rel="icon" type="image/svg+xml" href="{PageAssets.IconPath(icon)}">
            <link rel="stylesheet" href="{PageAssets.StylePath}">
            </head>
            <body>
            {body}</body>
            </html>

            """);
    }

    /// <summary>Text as people wrote it: an empty line begins a paragraph, a line break stays one.</summary>
    public static Html Paragraphs(string text) => Html.All(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => Html.Of($"<p>{Html.All(paragraph.Split('\n').Select((line, i) => i == 0 ? Html.Of($"{line}") : Html.Of($"<br>\n{line}")))}</p>\n")));

    /// <summary>The look of a state: the name of a class and of an icon.</summary>
    private static string Icon(OverallState state) => state switch
    {
        OverallState.AllUp => "up",
        OverallState.AllDown or OverallState.SomeDown => "down",
        OverallState.Maintenance => "maintenance",
        OverallState.KnownIncident => "incident",
        _ => "unknown",
    };
}
