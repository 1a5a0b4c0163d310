using System.Globalization;
using System.Net;
using DnsClient;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>What a <c>dns://</c> address asks.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Of which type the records shall be.</param>
/// <param name="Expected">What must be among them.</param>
/// <param name="Server">Whom to ask; null = this machine's own name servers.</param>
/// <param name="Port">At which port that server answers.</param>
internal sealed record DnsTarget(string Name, QueryType Type, IReadOnlyList<string> Expected, string? Server, int Port)
{
    private const int UsualPort = 53;

    public static DnsTarget Of(WebsiteUrl url)
    {
        var (server, port) = url.Said("server") is [var place] ? ServerOf(place) : (null, UsualPort);
        return new DnsTarget(url.ToUri().IdnHost, Enum.Parse<QueryType>(url.Said("type")[0]), url.Said("expect"), server, port);
    }

    private static (string Host, int Port) ServerOf(string place)
    {
        if (IPEndPoint.TryParse(place, out var literal))
            return (literal.Address.ToString(), literal.Port == 0 ? UsualPort : literal.Port);
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (place, UsualPort) : (place[..colon], int.Parse(place.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }
}
