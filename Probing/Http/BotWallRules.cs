using System.Net.Http.Headers;

namespace UptimeSquirrel.Probing;

/// <summary>Tells from the headers of an answer that it is not the website's, but that of a guard in front of it which wants a proof that we are a person.</summary>
/// <remarks>
/// Only where a header says so and is not on every other answer of that guard as well: a website that really answers 403 must not be taken for
/// a guarded one. That leaves out Akamai and Imperva, whose refusals tell themselves by their body only.
/// </remarks>
internal static class BotWallRules
{
    private const string UnknownGuard = "a bot wall";

    /// <summary>Name of the guard and the header that gave it away; null when this is the website's own answer.</summary>
    public static string? Find(int status, HttpHeadersNonValidated headers)
    {
        // Guards answer 202 (AWS) or an error; so the usual answer costs no search.
        if (status is not 202 and < 400)
            return null;
        return Match(headers, "Cloudflare", "cf-mitigated", "challenge")
            ?? Match(headers, "AWS WAF", "x-amzn-waf-action", "challenge")
            ?? Match(headers, "AWS WAF", "x-amzn-waf-action", "captcha")
            ?? Match(headers, "Vercel", "x-vercel-mitigated", "challenge")
            ?? Match(headers, "DataDome", "x-dd-b", null)
            ?? Match(headers, "Sucuri", "x-sucuri-block", null)
            ?? (status == 429 ? Match(headers, "Kasada", "x-kpsdk-ct", null) : null);
    }

    /// <summary>Who the guard is, from what <see cref="Find"/> returned.</summary>
    public static string NameOf(string? found) => found?.Split(" (")[0] is { Length: > 0 } name ? CleanText.Of(name, 40) : UnknownGuard;

    private static string? Match(HttpHeadersNonValidated headers, string guard, string header, string? value)
    {
        if (!headers.TryGetValues(header, out var values))
            return null;
        var sent = (values.FirstOrDefault() ?? "").Trim();
        return value is null || sent.Equals(value, StringComparison.OrdinalIgnoreCase) ? $"{guard} ({header}: {CleanText.Of(sent, 60)})" : null;
    }
}
