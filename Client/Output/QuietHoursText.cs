using System.Globalization;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Client.Output;

/// <summary>Quiet hours for people.</summary>
internal static class QuietHoursText
{
    public static string Of(QuietHours quiet)
    {
        var days = quiet.Days.Count == 0 ? "every day" : "beginning on " + string.Join(", ", quiet.Days.Select(WeekDays.NameOf));
        var what = quiet.HoldsAll ? "everything waits" : "outages do not wait";
        return string.Create(CultureInfo.InvariantCulture, $"{quiet.From:HH\\:mm} to {quiet.To:HH\\:mm} {quiet.Zone}, {days}; {what}");
    }
}
