using System.Globalization;
using System.Net;

namespace UptimeSquirrel.Websites;

/// <summary>A host, in the spelling that it also has in the address of a website, and a port where one is named.</summary>
internal sealed record HostAndPort(string Host, int? Port, bool IsNumber)
{
    /// <returns>Null when it is none.</returns>
    public static HostAndPort? TryParse(string authority)
    {
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf(']');
        if (hasPort && !IsPort(authority.AsSpan(colon + 1)))
            return null;
        if (!Uri.TryCreate("http://" + (hasPort ? authority[..colon] : authority), UriKind.Absolute, out var uri))
            return null;

        // What the framework reads as more than a host ("a\\b", "me@a") is none.
        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || !uri.IsDefaultPort || WebsiteUrlSpelling.HostOf(uri) is not { } host)
            return null;
        return new HostAndPort(
            host, hasPort ? int.Parse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture) : null, IPAddress.TryParse(host, out _));
    }

    public string With(int port) => string.Create(CultureInfo.InvariantCulture, $"{Host}:{port}");

    private static bool IsPort(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;
}
