using Microsoft.AspNetCore.Builder;
using Scalar.AspNetCore;
using UptimeSquirrel.Web.Access;

namespace UptimeSquirrel.Web.Api.Document;

/// <summary>The document that describes the API, and a page to read it.</summary>
internal static class DocumentRoutes
{
    /// <summary>Where the page is.</summary>
    public const string Page = "/api/reference";

    public static void Map(WebApplication app)
    {
        app.MapOpenApi(ApiRoutes.Root + "/openapi.json").RequireAuthorization(Policies.Look);
        app.MapScalarApiReference(Page, (options, context) =>
        {
            options.WithTitle("UptimeSquirrel API").WithOpenApiRoutePattern(ApiRoutes.Root + "/openapi.json").WithNonce();
            options.DisableDefaultFonts().DisableTelemetry().DisableMcp().HideClientButton();
            options.Agent = new ScalarAgentOptions { Disabled = true };

            // The page begins with one script of its own, which only this answer may run; the rest comes from here.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy(context.Items[ScalarOptions.NonceHttpContextItemKey] as string ?? "");
                return Task.CompletedTask;
            });
        }).RequireAuthorization(Policies.Look);
    }

    // What the page draws it styles itself, so styles may stand in it.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
}
