using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>The websites of a page, in their groups.</summary>
internal static class GroupHtml
{
    public static Html All(StatusPageView view, PageText text) =>
        Html.All(view.Groups.Where(group => group.Websites.Count > 0).Select(group => Html.Of($"""
            <section>
            <h2>{(group.Name.Length > 0 ? group.Name : text.Words.Websites)}</h2>
            <ul class="websites">
            {group.Websites.Select(website => Website(website, view, text))}</ul>
            </section>

            """)));

    private static Html Website(PublicWebsite website, StatusPageView view, PageText text)
    {
        var state = PageState.Of(website);
        var since = state is WebsiteState.Down ? $", {PageText.Fill(text.Words.Since, text.Moment(website.Since))}" : "";
        var latency = website.Latency is { } took && state == WebsiteState.Up
            ? $", {PageText.Fill(text.Words.AnsweredIn, Math.Max(1, (int)took.TotalMilliseconds))}"
            : "";
        return Html.Of($"""
            <li>
            <h3>{Name(website)}</h3>
            <p class="state {state.ToString().ToLowerInvariant()}">{text.State(state)}{since}{latency}</p>
            {(view.Settings.Parts.Uptime ? UptimeHtml.Write(website, text) : Html.Empty)}</li>

            """);
    }

    // Only what a browser opens is a link: there are ports, jobs and name servers, too.
    private static Html Name(PublicWebsite website) => website.Address switch
    {
        { } address when address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal) =>
            Html.Of($"""{website.Name} <a class="address" href="{address}" rel="noopener nofollow">{address}</a>"""),
        { } address => Html.Of($"""{website.Name} <span class="address">{address}</span>"""),
        null => Html.Of($"{website.Name}"),
    };
}
