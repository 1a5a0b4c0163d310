namespace UptimeSquirrel.Websites;

/// <summary><c>ping://host</c>, and nothing else: an echo has no port.</summary>
internal static class PingSpelling
{
    public static (string Canonical, string? Problem) Spell(AddressParts parts)
    {
        if (HostAndPort.TryParse(parts.Authority) is not { } place)
            return ("", "names no host that can exist");
        return place.Port is null ? ($"ping://{place.Host}", parts.UnknownPart([])) : ("", "names a port, which a ping has not");
    }
}
