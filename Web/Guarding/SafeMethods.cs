using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>The methods that ask for no change (RFC 9110, 9.2.1).</summary>
internal static class SafeMethods
{
    private static readonly string[] _safe = ["GET", "HEAD", "OPTIONS", "TRACE"];

    public static bool AreUsedBy(HttpRequest request) => _safe.Contains(request.Method, StringComparer.OrdinalIgnoreCase);
}
