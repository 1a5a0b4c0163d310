using System.Globalization;
using System.Net;
using System.Text;

namespace UptimeSquirrel.Websites;

/// <summary>How an address is brought into its one canonical spelling.</summary>
internal static class WebsiteUrlSpelling
{
    /// <summary>Returns what is wrong with <paramref name="text"/>, or null and its canonical spelling.</summary>
    public static string? Canonicalise(string? text, out string canonical)
    {
        canonical = "";
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return "An address is missing: expected something like https://shop.example/";
        if (text.Length > WebsiteUrl.MaximumLength)
            return string.Create(CultureInfo.InvariantCulture, $"The address {Shown(text)} has {text.Length:N0} characters; at most {WebsiteUrl.MaximumLength:N0} are taken.");
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return $"{Shown(text)} is not an address: it holds a blank or a control character.";

        var withScheme = HasScheme(text) ? text : "https://" + text;

        // Before anything is parsed: the framework's parser throws for some addresses of files.
        var scheme = withScheme[..withScheme.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant();
        if (KindSpelling.Of(scheme) is { } kind)
            return SpellOther(kind, withScheme[(scheme.Length + 1)..], text, out canonical);
        if (Uri.CheckSchemeName(scheme) && scheme is not ("http" or "https"))
            return $"{Shown(text)} starts with '{scheme}:'; only http://, https://, {KindSpelling.Schemes} can be watched.";
        if (scheme is not ("http" or "https") || !Uri.TryCreate(withScheme, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return $"{Shown(text)} is not an address: expected something like https://shop.example/";
        if (uri.UserInfo.Length > 0 || uri.Authority.Contains('@', StringComparison.Ordinal))
            return $"{Shown(text)} was given with a user name or password in the address; leave them out.";
        if (uri.Port == 0)
            return $"{Shown(text)} has port 0; a port is a number from 1 to 65535.";
        return Spell(uri, text, out canonical);
    }

    private static string? Spell(Uri uri, string text, out string canonical)
    {
        canonical = "";
        if (HostOf(uri) is not { } host)
            return $"{Shown(text)} has a host name that cannot exist.";

        var spelled = new StringBuilder(text.Length + 8).Append(uri.Scheme).Append("://").Append(host);
        if (!uri.IsDefaultPort)
            spelled.Append(':').Append(uri.Port);
        canonical = spelled.Append(uri.PathAndQuery).ToString();
        return TooLong(canonical, text);
    }

    private static string? SpellOther(KindSpelling kind, string rest, string text, out string canonical)
    {
        canonical = "";
        if (AddressParts.Of(rest) is not { } parts)
            return $"{Shown(text)} is not an address: expected something like {kind.Example}";
        if (parts.Authority.Contains('@', StringComparison.Ordinal))
            return $"{Shown(text)} was given with a user name or password in the address; leave them out.";
        (var spelled, var problem) = kind.Spell(parts);
        if (problem is not null)
            return $"{Shown(text)} {problem}: expected something like {kind.Example}";
        canonical = spelled;
        return TooLong(canonical, text);
    }

    /// <summary>The host in its one spelling; null when it cannot exist.</summary>
    public static string? HostOf(Uri uri)
    {
        string host;
        try
        {
            host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (UriFormatException)
        {
            return null;
        }

        // "8." is a name, but without its dot it would be read as the address 0.0.0.8.
        if (uri.HostNameType == UriHostNameType.Dns && IPAddress.TryParse(host, out _))
            return null;

        // A host made of nothing but legal characters is what the resolver and every later reader can rely on.
        return host.Length > 0 && (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || IsHostName(host)) ? host : null;
    }

    private static string? TooLong(string canonical, string text) => canonical.Length <= WebsiteUrl.MaximumLength
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The address {Shown(text)} is longer than {WebsiteUrl.MaximumLength:N0} characters once it is written out in full.");

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return false;
        if (text.AsSpan(colon).StartsWith("://"))
            return true;

        // "shop.example:8443/x" is a host with a port, "mailto:me" has a scheme.
        var afterColon = text.AsSpan(colon + 1);
        return !(afterColon.Length > 0 && char.IsAsciiDigit(afterColon[0])) && Uri.CheckSchemeName(text[..colon]);
    }

    private static bool IsHostName(string host) =>
        host.Length <= 253 &&
        host.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    /// <summary>What was typed, without the password that it may hold.</summary>
    private static string Shown(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + 3;
        var length = text.AsSpan(start).IndexOfAny('/', '?', '#');
        var userInfo = (length < 0 ? text.AsSpan(start) : text.AsSpan(start, length)).LastIndexOf('@');
        return Quote.Of(userInfo < 0 ? text : string.Concat(text.AsSpan(0, start), "***", text.AsSpan(start + userInfo)), 120);
    }
}
