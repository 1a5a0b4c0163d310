using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>A bar for each day, and the same in words.</summary>
internal static class UptimeHtml
{
    private const int Step = 4;
    private const int Width = 3;
    private const int Height = 30;

    public static Html Write(PublicWebsite website, PageText text)
    {
        var words = text.Words;
        var share = website.Uptime is { } uptime ? text.Percent(uptime) : words.NoRecord;
        var label = website.Uptime is null ? words.NoRecord : PageText.Fill(words.UptimeOf90Days, share);
        return Html.Of($"""
            <svg class="bars" viewBox="0 0 {website.Days.Count * Step} {Height}" preserveAspectRatio="none" role="img" aria-label="{website.Name}: {label}">{website.Days.Select((day, i) => Bar(day, i, text))}</svg>
            <p class="scale soft"><span>{words.DaysAgo}</span> <span>{share} {(website.Uptime is null ? "" : words.Uptime)}</span> <span>{words.Today}</span></p>
            {BadDays(website, text)}
            """);
    }

    // What the colours and the pointer tell, for those who see neither.
    private static Html BadDays(PublicWebsite website, PageText text)
    {
        var bad = website.Days.Where(day => day.Down > TimeSpan.Zero).Reverse().ToList();
        return bad.Count == 0 ? Html.Empty : Html.Of($"""
            <details><summary>{text.Words.DaysWithOutages}: {bad.Count}</summary>
            <ul>{bad.Select(day => Html.Of($"<li>{Tip(day, text)}</li>"))}</ul>
            </details>

            """);
    }

    private static Html Bar(DayView day, int number, PageText text) =>
        Html.Of($"""<rect class="{Look(day)}" x="{number * Step}" width="{Width}" height="{Height}"><title>{Tip(day, text)}</title></rect>""");

    private static string Tip(DayView day, PageText text)
    {
        var words = text.Words;
        var share = day.Uptime is { } uptime ? $"{text.Percent(uptime)} {words.Uptime}" : words.NoRecord;
        return day.Down > TimeSpan.Zero ? $"{text.Day(day.Day)}: {share}, {PageText.Fill(words.WasDownFor, text.Length(day.Down))}" : $"{text.Day(day.Day)}: {share}";
    }

    private static string Look(DayView day) => day switch
    {
        { Uptime: null } => "n",
        { Uptime: >= 1 } => "u",
        { Uptime: >= 0.99 } => "s",
        _ => "d",
    };
}
