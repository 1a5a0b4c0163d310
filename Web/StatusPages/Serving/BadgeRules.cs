using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Which badges there are.</summary>
internal static class BadgeRules
{
    private static readonly string[] _windows = ["24h", "7d", "30d", "90d"];

    /// <summary>Whether there is such a badge. What a page does not tell, its badges do not tell either.</summary>
    public static bool IsThere(StatusPageView view, PublicWebsite? website, string? key, string kind, string window)
    {
        var parts = view.Settings.Parts;
        if (!parts.Badges || view.PasswordMark is not null || (key is not null && website is null))
            return false;
        return kind switch
        {
            "status" => true,
            "uptime" => website is not null && parts.Uptime && _windows.Contains(window),
            "latency" => website is not null && parts.Latency,
            _ => false,
        };
    }

    /// <summary>Takes apart what stands in the address of a badge: <c>page</c> or <c>page.website</c>.</summary>
    public static bool TryRead(string token, out StatusPageSlug? slug, out string? key)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        key = dot < 0 ? null : token[(dot + 1)..];
        return StatusPageSlug.TryParse(dot < 0 ? token : token[..dot], out slug, out _);
    }
}
