namespace UptimeSquirrel.Websites;

/// <summary><c>tcp://host:port</c>. There is no port that goes without saying.</summary>
internal static class TcpSpelling
{
    public static (string Canonical, string? Problem) Spell(AddressParts parts)
    {
        if (HostAndPort.TryParse(parts.Authority) is not { } place)
            return ("", "names no host and port that can exist");
        if (place.Port is not { } port)
            return ("", "names no port");
        return ($"tcp://{place.With(port)}", parts.UnknownPart([]));
    }
}
