using System.Globalization;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>When an owner does not want to be disturbed.</summary>
internal sealed record QuietHoursShape(string From, string To, string Zone, IReadOnlyList<string> Days, bool HoldsAll)
{
    public static QuietHoursShape Of(QuietHours quiet) => new(
        quiet.From.ToString("HH:mm", CultureInfo.InvariantCulture), quiet.To.ToString("HH:mm", CultureInfo.InvariantCulture), quiet.Zone,
        [.. quiet.Days.Select(WeekDays.NameOf)], quiet.HoldsAll);
}
