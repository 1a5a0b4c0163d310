using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>What programs are told that may not do what they asked for.</summary>
internal static class Refusal
{
    /// <summary>Whether a request is a program's: those are told, and not shown the sign-in page.</summary>
    public static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api");

    public static Task NotSignedInAsync(HttpContext context, bool hasShownKey)
    {
        context.Response.Headers.WWWAuthenticate = hasShownKey ? "Bearer error=\"invalid_token\"" : "Bearer";
        return TypedResults.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Not signed in.",
            detail: hasShownKey
                ? "The key is not known, or has expired. Make another one on the page of API keys."
                : "Send a key, as in 'Authorization: Bearer usq_…', or sign in with a browser.").ExecuteAsync(context);
    }

    public static Task NotAllowedAsync(HttpContext context) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "Not allowed.",
        detail: $"{context.User.Identity?.Name ?? "This caller"} may not do this: it wants a higher role, or a caller who is not bound to one owner.").ExecuteAsync(context);

    public static Task TooManyAsync(HttpContext context, string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests.", detail: detail).ExecuteAsync(context);
}
