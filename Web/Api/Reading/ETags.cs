using System.Globalization;
using Microsoft.AspNetCore.Http;
using UptimeSquirrel.Web.Api.Answers;

namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>The version of what was read, and which one is to be changed (RFC 9110, 8.8.3 and 13.1.1).</summary>
internal static class ETags
{
    public static string Of(long revision) => Of(revision.ToString(CultureInfo.InvariantCulture));

    public static string Of(string? mark) => $"\"{mark}\"";

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

    /// <summary>Why something may not be changed: nobody said which version, or it is another one.</summary>
    /// <param name="etag">The version there is.</param>
    /// <param name="what">What is to be changed: <c>owner</c>.</param>
    /// <returns>Null when it may.</returns>
    public Outdated? Refuse(string etag, string what) => !IsSaid ? Outdated.Unsaid(what) : Means(etag) ? null : Outdated.Changed(what);

    /// <summary>Whether this version is the one that is meant.</summary>
    public bool Means(string etag) => IsAny || (Text?.Split(',').Any(one => one.Trim() == etag) ?? false);
}
