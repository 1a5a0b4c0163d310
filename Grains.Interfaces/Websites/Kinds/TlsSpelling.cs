using System.Globalization;

namespace UptimeSquirrel.Websites;

/// <summary><c>tls://host:port?days=14</c>: the port is 443 unless another is named, the days are optional.</summary>
internal static class TlsSpelling
{
    public const string Days = "days";
    private const int UsualPort = 443;
    private const int MostDays = 365;

    public static (string Canonical, string? Problem) Spell(AddressParts parts)
    {
        if (HostAndPort.TryParse(parts.Authority) is not { } place)
            return ("", "names no host and port that can exist");
        if (parts.UnknownPart([Days]) is { } stranger)
            return ("", stranger);
        var address = $"tls://{place.With(place.Port ?? UsualPort)}";
        if (parts.Values(Days).FirstOrDefault() is not { } text)
            return (address, null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? (string.Create(CultureInfo.InvariantCulture, $"{address}?{Days}={days}"), null)
            : ("", string.Create(CultureInfo.InvariantCulture, $"says days={Quote.Of(text, 20)}, which is no number of days from 1 to {MostDays}"));
    }
}
