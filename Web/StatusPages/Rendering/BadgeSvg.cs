using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>Small pictures for other people's pages: what is it, and how is it.</summary>
internal static class BadgeSvg
{
    private const string Green = "#15803d";
    private const string Yellow = "#a16207";
    private const string Red = "#b91c1c";
    private const string Blue = "#1d4ed8";
    private const string Grey = "#4b5563";
    private const int LongestName = 40;

    /// <summary>The badge of all of a page.</summary>
    public static string WritePage(StatusPageView view)
    {
        var text = PageText.Of(view.Settings);
        var state = PageState.Of(view);
        var (value, color) = state.Overall switch
        {
            OverallState.AllUp => (text.Words.Up, Green),
            OverallState.AllDown => (text.Words.Down, Red),
            OverallState.SomeDown => ($"{state.Down}/{state.Websites} {text.Words.Down}", Red),
            OverallState.Maintenance => (text.Words.Maintenance, Blue),
            OverallState.KnownIncident => (text.Words.Incident, Yellow),
            _ => (text.Words.Unknown, Grey),
        };
        return Write(view.Settings.Title, value, color);
    }

    /// <summary>What a website is now.</summary>
    public static string WriteStatus(PublicWebsite website, PageText text)
    {
        var state = PageState.Of(website);
        var color = state switch
        {
            WebsiteState.Up => Green,
            WebsiteState.Down => Red,
            WebsiteState.Maintenance => Blue,
            _ => Grey,
        };
        return Write(website.Name, text.State(state), color);
    }

    /// <summary>The share of time a website was up.</summary>
    /// <param name="website">Which.</param>
    /// <param name="window">24h, 7d, 30d or 90d.</param>
    /// <param name="text">The language.</param>
    public static string WriteUptime(PublicWebsite website, string window, PageText text)
    {
        var share = window switch
        {
            "24h" => website.UptimeOfDay,
            "7d" => website.UptimeOfWeek,
            "30d" => website.UptimeOfMonth,
            "90d" => website.Uptime,
            _ => throw new ArgumentOutOfRangeException(nameof(window), window, "Not a window of badges."),
        };
        var color = share switch { null => Grey, >= 0.999 => Green, >= 0.98 => Yellow, _ => Red };
        return Write($"{website.Name}: {text.Words.Uptime} {window}", share is { } known ? text.Percent(known) : text.Words.Unknown, color);
    }

    /// <summary>How long the latest check took.</summary>
    public static string WriteLatency(PublicWebsite website, PageText text) => website.Latency is { } took
        ? Write($"{website.Name}: {text.Words.Latency}", $"{Math.Max(1, (int)took.TotalMilliseconds)} ms", took.TotalSeconds switch { < 1 => Green, < 3 => Yellow, _ => Red })
        : Write($"{website.Name}: {text.Words.Latency}", text.Words.Unknown, Grey);

    private static string Write(string name, string value, string color)
    {
        var label = name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
        var (left, right) = (Width(label), Width(value));
        return Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{name}: {value}">
            <title>{name}: {value}</title>
            <rect width="{left}" height="20" fill="#374151"/>
            <rect x="{left}" width="{right}" height="20" fill="{color}"/>
            <g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
            <text x="6" y="14" textLength="{left - 12}" lengthAdjust="spacingAndGlyphs">{label}</text>
            <text x="{left + 6}" y="14" textLength="{right - 12}" lengthAdjust="spacingAndGlyphs">{value}</text>
            </g>
            </svg>

            """).Text;
    }

    // Nobody knows the reader's fonts; textLength makes the text fit what is reckoned here.
    private static int Width(string text) => 12 + (int)Math.Ceiling(text.Sum(c => c switch
    {
        'i' or 'l' or 'j' or '.' or ',' or ':' or '\'' or '|' or '!' or ' ' => 4.0,
        'm' or 'w' or 'M' or 'W' or '%' => 10.5,
        >= 'A' and <= 'Z' => 8.0,
        < (char)0x2E80 => 6.9,
        _ => 11.5,
    }));
}
