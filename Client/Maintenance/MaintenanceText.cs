using System.Globalization;
using UptimeSquirrel.Maintenance;

namespace UptimeSquirrel.Client.Maintenance;

/// <summary>One maintenance window for people, in the time zone of its owner.</summary>
internal static class MaintenanceText
{
    /// <summary>For which websites.</summary>
    public static string For(MaintenanceWindow window) => window switch
    {
        { Url: { } url } => url.Text,
        { Tag: { } tag } => $"the tag '{tag}'",
        _ => "all websites",
    };

    /// <summary>When it was said to be.</summary>
    public static string When(PlannedMaintenance planned) => planned.Window switch
    {
        { From: { } from, To: { } to } window => $"{Moment(from, window)} to {Moment(to, window)} ({window.Zone})",
        var window => $"'{window.Cron}' for {Duration.Format(window.Length ?? TimeSpan.Zero)} ({window.Zone})",
    };

    /// <summary>Whether it is now, or when it comes.</summary>
    public static string Holds(PlannedMaintenance planned) => planned switch
    {
        { Now: { } now } => $"It is now, until {Moment(now.To, planned.Window)}",
        { Next: { } next } => $"It comes at {Moment(next.From, planned.Window)}",
        _ => "It does not come any more",
    };

    private static string Moment(DateTimeOffset moment, MaintenanceWindow window) =>
        (TimeZoneInfo.TryFindSystemTimeZoneById(window.Zone, out var zone) ? TimeZoneInfo.ConvertTime(moment, zone) : moment)
            .ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
