using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Writes what was rendered into responses, with what caches and browsers need to know.</summary>
internal static class PageAnswers
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    // As long as it is fresh here. Whoever stands in between may show it longer while nobody answers.
    private const string PublicCaching = "public, max-age=10, stale-while-revalidate=30, stale-if-error=86400";
    private const string PrivateCaching = "private, no-cache";

    /// <summary>Answers with a rendition, or that the client has it already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rendition">What to answer.</param>
    /// <param name="isPrivate">Whether only those see it who have entered the password.</param>
    /// <param name="mayBeFramed">Whether other people's pages may show it within themselves.</param>
    public static Task SendAsync(HttpContext http, Rendition rendition, bool isPrivate, bool mayBeFramed = false)
    {
        var (request, response) = (http.Request, http.Response);
        var variant = rendition.For(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = variant.Tag;
        headers.CacheControl = isPrivate ? PrivateCaching : PublicCaching;
        headers.Vary = isPrivate ? "Accept-Encoding, Cookie" : "Accept-Encoding";
        if (Rendition.IsKnown(request.Headers.IfNoneMatch, variant))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Protect(headers, mayBeFramed);
        response.ContentType = rendition.Type;
        response.ContentLength = variant.Content.Length;
        if (variant.Encoding is not null)
            headers.ContentEncoding = variant.Encoding;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(variant.Content, http.RequestAborted).AsTask();
    }

    /// <summary>Answers with something that nobody is to keep.</summary>
    public static Task SendOnceAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "no-store";
        Protect(http.Response.Headers, mayBeFramed: false);
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync(text, http.RequestAborted);
    }

    public static Task SayMissingAsync(HttpContext http) =>
        SendOnceAsync(http, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "There is no such status page.\n");

    public static Task SayAwayAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return SendOnceAsync(http, StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", "The monitor does not answer at the moment. Please try again in a few seconds.\n");
    }

    private static void Protect(IHeaderDictionary headers, bool mayBeFramed)
    {
        headers.ContentSecurityPolicy = Policy + (mayBeFramed ? "*" : "'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
    }
}
