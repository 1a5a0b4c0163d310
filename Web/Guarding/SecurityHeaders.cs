using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>Headers that every answer has, unless it set its own.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] _headers =
    [
        ("Content-Security-Policy", ContentPolicy.Interactive),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context.Response);
        return next(context);
    });

    private static Task Set(object response)
    {
        var (headers, isSecure) = (((HttpResponse)response).Headers, ((HttpResponse)response).HttpContext.Request.IsHttps);
        foreach (var (name, value) in _headers)
            headers.TryAdd(name, value);
        if (isSecure)
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        return Task.CompletedTask;
    }
}
