using System.Globalization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Client.Output;

/// <summary>Who saw what, for people: <c>seen down from berlin (silo-1) 503 at 10:02:13; seen up from paris (silo-2) 200 at 10:02:14</c>.</summary>
internal static class SightingsText
{
    public static string Of(IReadOnlyList<Sighting> sightings, TimeProvider clock) => string.Join("; ",
        sightings.GroupBy(sighting => sighting.IsHealthy).Select(group =>
            $"seen {(group.Key ? "up" : "down")} from {string.Join(", ", group.Select(sighting => Of(sighting, clock)))}"));

    private static string Of(Sighting sighting, TimeProvider clock)
    {
        var saw = sighting.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? sighting.Problem?.Cause;
        var at = TimeZoneInfo.ConvertTime(sighting.At, clock.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{sighting.Region} ({sighting.Silo}) {saw} at {at}";
    }
}
