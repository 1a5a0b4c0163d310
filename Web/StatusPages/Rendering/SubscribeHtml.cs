using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>Everything about mails to visitors: the form, and what comes after it.</summary>
internal static class SubscribeHtml
{
    /// <summary>Where a visitor says an address; nothing where none is taken.</summary>
    public static Html Form(StatusPageView view, PageText text, string? problem)
    {
        if (!view.TakesSubscribers)
            return Html.Empty;
        var words = text.Words;
        var complaint = problem is null ? Html.Empty : Html.Of($"""<p class="stale" role="alert" id="problem">{problem}</p>""");
        var described = problem is null ? Html.Empty : new Html(" aria-describedby=\"problem\" aria-invalid=\"true\"");
        return Html.Of($"""
            <section>
            <h2>{words.Subscribe}</h2>
            <p>{words.SubscribeText}</p>
            {complaint}
            <form method="post" action="/status/{view.Slug.Text}/subscribe" class="door">
            <label for="address">{words.Address}</label>
            <input id="address" name="address" type="email" autocomplete="email" required maxlength="254"{described}>
            <button type="submit">{words.SubscribeButton}</button>
            </form>
            </section>

            """);
    }

    /// <summary>The form again, with what was wrong.</summary>
    public static string WriteForm(StatusPageView view, string problem)
    {
        var text = PageText.Of(view.Settings);
        return Page(view, text, Form(view, text, problem));
    }

    /// <summary>A sentence, and perhaps a button: fetching a link changes nothing, since mail scanners fetch every link.</summary>
    public static string WriteSentence(StatusPageView view, string sentence, string? button)
    {
        var form = button is null ? Html.Empty : Html.Of($"""<form method="post" class="door"><button type="submit">{button}</button></form>""");
        return Page(view, PageText.Of(view.Settings), Html.Of($"<p>{sentence}</p>\n{form}\n"));
    }

    private static string Page(StatusPageView view, PageText text, Html content) => PageHtml.Frame(
        view.Settings with { Description = "", Parts = view.Settings.Parts with { Indexing = false } }, text, "unknown", Html.Of($"""
            <main id="content">
            <h1>{view.Settings.Title}</h1>
            {content}
            <p><a href="/status/{view.Slug.Text}">{text.Words.Back}</a></p>
            </main>

            """), feed: null).Text;
}
