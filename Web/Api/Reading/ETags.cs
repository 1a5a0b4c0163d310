using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>The version of what was read, and which one is to be changed (RFC 9110, 8.8.3 and 13.1.1).</summary>
internal static class ETags
{
    public static string Of(long revision) => $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>What a request says in If-Match.</summary>
    public static IfMatch Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        return header.Length == 0 ? IfMatch.Unsaid : new IfMatch(header);
    }
}

/// <summary>Which version is to be changed.</summary>
/// <param name="Text">As it was sent; null when nothing was.</param>
internal readonly record struct IfMatch(string? Text)
{
    public static IfMatch Unsaid { get; } = new(null);

    public bool IsSaid => Text is not null;

    public bool IsAny => Text == "*";

    /// <summary>Whether this version is the one that is meant.</summary>
    public bool Means(string etag) => IsAny || (Text?.Split(',').Any(one => one.Trim() == etag) ?? false);
}
