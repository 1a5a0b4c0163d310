using System.Globalization;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.StatusPages.Words;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>Numbers, times and names of states as a page's visitors read them.</summary>
internal sealed class PageText(PageWords words, TimeZoneInfo zone)
{
    public static PageText Of(StatusPageSettings settings) =>
        new(PageWords.Of(settings.Language), settings.FindZone());

    public PageWords Words => words;

    /// <summary>Puts values into a sentence.</summary>
    public static string Fill(string sentence, params object[] values) => string.Format(CultureInfo.InvariantCulture, sentence, values);

    /// <summary>A moment: <c>23 Nov 2026, 10:02</c>.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public string Day(DateOnly day) => Fill("{0}{1} {2} {3}", day.Day, words.DayMark, words.Months[day.Month - 1], day.Year);

    /// <summary>A share of time: <c>99.95 %</c>. Less than all is never rounded up to all.</summary>
    public string Percent(double share)
    {
        var hundredths = share >= 1 ? 10_000 : Math.Min(9_999, Math.Floor(share * 10_000));
        var text = (hundredths / 100).ToString("0.##", CultureInfo.InvariantCulture);
        return text.Replace(".", words.DecimalMark, StringComparison.Ordinal) + " %";
    }

    /// <summary>A length of time in at most two units: <c>2 h 5 min</c>.</summary>
    public string Length(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => Fill(words.Seconds, Math.Max(1, (int)time.TotalSeconds)),
        { TotalMinutes: < 60 } => Fill(words.Minutes, time.Minutes),
        { TotalHours: < 24 } => Two(Fill(words.Hours, time.Hours), time.Minutes, words.Minutes),
        _ => Two(time.Days == 1 ? words.OneDay : Fill(words.Days, time.Days), time.Hours, words.Hours),
    };

    public string State(WebsiteState state) => state switch
    {
        WebsiteState.Up => words.Up,
        WebsiteState.Down => words.Down,
        WebsiteState.Maintenance => words.Maintenance,
        WebsiteState.Paused => words.Paused,
        _ => words.Pending,
    };

    /// <summary>All of it in one sentence.</summary>
    public string Overall(PageState state) => state.Overall switch
    {
        OverallState.AllUp => words.AllUp,
        OverallState.AllDown => words.AllDown,
        OverallState.SomeDown => Fill(words.SomeDown, state.Down, state.Websites),
        OverallState.Maintenance => words.InMaintenance,
        OverallState.KnownIncident => words.KnownIncident,
        _ => words.NothingKnown,
    };

    public string Kind(AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.Incident => words.Incident,
        AnnouncementKind.Maintenance => words.PlannedMaintenance,
        _ => words.Notice,
    };

    private static string Two(string first, int second, string unit) => second == 0 ? first : $"{first} {Fill(unit, second)}";
}
