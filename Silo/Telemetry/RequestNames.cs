using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary>Names the traces of requests after their route. Not after their address: that may hold a token.</summary>
internal static class RequestNames
{
    public static void UseRequestNames(this WebApplication app, TelemetryOptions options)
    {
        if (!options.HasTraces)
            return;
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
                    Name(activity, context);
            }
        });
    }

    private static void Name(Activity activity, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
        activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
    }
}
