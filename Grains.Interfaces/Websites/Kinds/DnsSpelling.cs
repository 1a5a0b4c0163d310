using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Websites;

/// <summary><c>dns://name?type=A&amp;expect=203.0.113.7&amp;server=192.0.2.53</c>: all but the name is optional, <c>expect</c> may be there several times.</summary>
internal static class DnsSpelling
{
    public const string Type = "type";
    public const string Expect = "expect";
    public const string Server = "server";
    public const int UsualPort = 53;
    private const string UsualType = "A";
    private const int MostExpected = 20;

    private static readonly string[] _types = ["A", "AAAA", "CNAME", "MX", "NS", "TXT", "SRV", "CAA"];

    public static (string Canonical, string? Problem) Spell(AddressParts parts)
    {
        if (HostAndPort.TryParse(parts.Authority) is not { } place)
            return ("", "has a name that cannot exist");
        if (place.Port is not null)
            return ("", "names a port; a name server's port goes behind 'server='");
        if (place.IsNumber)
            return ("", "asks about a number; name servers are asked about names");
        if (parts.UnknownPart([Type, Expect, Server], severalOf: Expect) is { } stranger)
            return ("", stranger);

        var type = parts.Values(Type).FirstOrDefault(UsualType).ToUpperInvariant();
        if (!_types.Contains(type))
            return ("", $"asks for records of the type {Quote.Of(type, 20)}; there are {string.Join(", ", _types)}");
        var expected = parts.Values(Expect).Select(value => Tidy(type, value)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (expected.Length > MostExpected)
            return ("", $"expects more than {MostExpected} records");
        if (expected.Contains(null))
            return ("", $"expects something that no {type} record can be");
        var server = parts.Values(Server).FirstOrDefault();
        var asked = server is null ? null : HostAndPort.TryParse(server);
        if (server is not null && asked is null)
            return ("", $"names a server {Quote.Of(server, 60)} that cannot exist");
        var ofServer = asked is null ? "" : $"&{Server}={(asked.Port is null or UsualPort ? asked.Host : asked.With(asked.Port.Value))}";
        return ($"dns://{place.Host}?{Type}={type}{string.Concat(expected.Select(value => $"&{Expect}={Escaped(value!)}"))}{ofServer}", null);
    }

    // Two spellings of one record must be one address. What people wrote in a TXT or CAA record is theirs, to the letter.
    private static string? Tidy(string type, string value)
    {
        var text = value.Trim();
        if (type is "A" or "AAAA")
            return IPAddress.TryParse(text, out var address) && address.AddressFamily == (type == "A" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6)
                ? address.ToString()
                : null;
        if (text.Length == 0 || text.Any(char.IsControl))
            return null;
        return type is "TXT" or "CAA" ? text : text.TrimEnd('.').ToLowerInvariant();
    }

    // As little as possible, so that a list of addresses can be read.
    private static string Escaped(string value) =>
        Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal)
            .Replace("%2F", "/", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal).Replace("%3B", ";", StringComparison.Ordinal);
}
