using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using UptimeSquirrel.Web.Access.Keys;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>
/// Refuses changes that another site makes a signed-in browser ask for. Pages have a token in each form, and cookies do not travel with such requests
/// anyway; this also covers the API, and sites that share our domain.
/// </summary>
internal static class ForeignForms
{
    public static void UseForeignFormsRefused(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (OpenToAll.Is(context) || KeyAuthentication.IsShown(context.Request) || !IsForeign(context.Request))
            await next(context);
        else
            await TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden, title: "Not from here.", detail: "A page of another site asked for this change. Programs use a key: 'Authorization: Bearer usq_…'.").ExecuteAsync(context);
    });

    internal static bool IsForeign(HttpRequest request) =>
        !SafeMethods.AreUsedBy(request) &&
        IsForeign(request.Headers["Sec-Fetch-Site"], request.Headers.Origin, request.Host.Value);

    /// <param name="site">What the browser says about where the request was made, if it says so.</param>
    /// <param name="origin">The site whose page made it, which older browsers send.</param>
    /// <param name="host">The host that was asked.</param>
    internal static bool IsForeign(string? site, string? origin, string? host) =>
        string.IsNullOrEmpty(site)
            ? !string.IsNullOrEmpty(origin) && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, host, StringComparison.OrdinalIgnoreCase))
            : site is not ("same-origin" or "none");
}
