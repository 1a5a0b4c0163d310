using System.Globalization;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>How moments, lengths of time, shares and standings are put into words.</summary>
internal static class Wording
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>How long ago something was: the largest unit that says enough.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) =>
        now - then < TimeSpan.FromSeconds(2) ? "just now" : Length(now - then) + " ago";

    /// <summary>A length of time in its largest unit, rounded down.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 60 } => string.Create(Culture, $"{(int)length.TotalSeconds} s"),
        { TotalMinutes: < 60 } => string.Create(Culture, $"{(int)length.TotalMinutes} min"),
        { TotalHours: < 48 } => string.Create(Culture, $"{(int)length.TotalHours} h"),
        _ => string.Create(Culture, $"{(int)length.TotalDays} days"),
    };

    /// <summary>A moment as the reader's own clock shows it, with its distance from UTC.</summary>
    public static string Local(DateTimeOffset moment, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", Culture);

    public static string Latency(TimeSpan latency) => latency.TotalMilliseconds < 1000
        ? string.Create(Culture, $"{Milliseconds(latency)} ms")
        : string.Create(Culture, $"{latency.TotalSeconds:0.0} s");

    public static long Milliseconds(TimeSpan latency) => (long)Math.Round(latency.TotalMilliseconds);

    /// <summary>A share of the time. Never rounded up to 100 %: that is a promise.</summary>
    public static string Percent(double? share) => share switch
    {
        null => "unknown",
        1 => "100 %",
        { } part => string.Create(Culture, $"{Math.Floor(part * 100_000) / 1000:0.0##} %"),
    };

    public static string Of(Standing standing) => standing.ToString().ToLowerInvariant();

    /// <summary>A number of things, with the thing in the singular where there is one.</summary>
    public static string Count(int count, string thing) => string.Create(Culture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    public static string Number(int number) => number.ToString("N0", Culture);
}
