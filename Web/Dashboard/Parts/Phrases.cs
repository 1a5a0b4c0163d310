using System.Globalization;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Dashboard.Language;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Parts;

/// <summary>How lengths of time, shares and numbers are put into the viewer's words.</summary>
internal static class Phrases
{
    private static readonly TimeSpan _justNow = TimeSpan.FromSeconds(2);

    /// <summary>How long ago something was: the largest unit that says enough.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now, IStringLocalizer<Words> words) =>
        now - then < _justNow ? words["just now"] : words["{0} ago", Length(now - then, words)];

    /// <summary>A length of time in its largest unit, rounded down.</summary>
    public static string Length(TimeSpan length, IStringLocalizer<Words> words) => length switch
    {
        { TotalSeconds: < 60 } => words["{0} s", (int)length.TotalSeconds],
        { TotalMinutes: < 60 } => words["{0} min", (int)length.TotalMinutes],
        { TotalHours: < 48 } => words["{0} h", (int)length.TotalHours],
        _ => words["{0} days", (int)length.TotalDays],
    };

    /// <summary>How long something took.</summary>
    public static string Latency(TimeSpan latency) => latency.TotalMilliseconds < 1000
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Round(latency.TotalMilliseconds):0} ms")
        : string.Create(CultureInfo.CurrentCulture, $"{latency.TotalSeconds:0.0} s");

    /// <summary>A share of the time. Never rounded up to 100 %: that is a promise.</summary>
    public static string Percent(double? share) => share switch
    {
        null => "–",
        >= 1 => "100 %",
        { } part => string.Create(CultureInfo.CurrentCulture, $"{Math.Floor(part * 100_000) / 1000:0.0##} %"),
    };

    /// <summary>An address as people say it: without what nearly all of them begin and end with.</summary>
    public static string Short(WebsiteUrl url)
    {
        const string Usual = "https://";
        return (url.Text.StartsWith(Usual, StringComparison.Ordinal) ? url.Text[Usual.Length..] : url.Text).TrimEnd('/');
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Memory(long bytes) => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0 / 1024:N0} MB");
}
