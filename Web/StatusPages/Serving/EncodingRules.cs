using System.Globalization;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Which encoding a client wants (RFC 9110, section 12.5.3).</summary>
internal static class EncodingRules
{
    /// <summary>The best of br and gzip that is taken; null when neither is.</summary>
    public static string? Choose(string? acceptEncoding)
    {
        if (acceptEncoding is not { Length: > 0 })
            return null;
        var (brotli, gzip, any) = (-1.0, -1.0, -1.0);
        foreach (var range in acceptEncoding.AsSpan().Split(','))
        {
            var part = acceptEncoding.AsSpan(range);
            var semicolon = part.IndexOf(';');
            var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
            var weight = semicolon < 0 ? 1 : Weight(part[(semicolon + 1)..]);
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                brotli = weight;
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                gzip = weight;
            else if (name is "*")
                any = weight;
        }

        brotli = brotli < 0 ? any : brotli;
        gzip = gzip < 0 ? any : gzip;
        return brotli > 0 && brotli >= gzip ? "br" : gzip > 0 ? "gzip" : null;
    }

    private static double Weight(ReadOnlySpan<char> parameter)
    {
        var text = parameter.Trim();
        return text.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 1;
    }
}
