using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Websites;

/// <summary>Names one website of one owner. Derived from both, so that registering twice finds the same grain.</summary>
/// <param name="Value">The key of the website's grain.</param>
[GenerateSerializer, Immutable, Alias("uptime.website-id")]
public readonly record struct WebsiteId([property: Id(0)] Guid Value)
{
    /// <summary>The id of <paramref name="owner"/>'s website at <paramref name="url"/>: a SHA-256 in the form of RFC 9562 version 8.</summary>
    public static WebsiteId From(OwnerId owner, WebsiteUrl url)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner.Text}\n{url.Text}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new WebsiteId(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>The website that an incident is about, as the incident's id tells.</summary>
    /// <returns>Whether it is the id of an incident at all.</returns>
    public static bool TryFromIncident(string? incident, out WebsiteId website)
    {
        var isOne = Guid.TryParseExact(incident?.Split('-', 2) is [var id, _] ? id : null, "N", out var value);
        website = new WebsiteId(value);
        return isOne;
    }

    /// <summary>The id in its usual spelling with hyphens.</summary>
    public override string ToString() => Value.ToString();
}
