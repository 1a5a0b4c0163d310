using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary><c>/metrics</c> for Prometheus, for whoever knows the token. Without a token in the settings it is not there.</summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";
    private const string Scheme = "Bearer ";

    public static void UseUptimeMetrics(this WebApplication app, TelemetryOptions options)
    {
        if (options.MetricsToken.Length == 0)
            return;
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(options.MetricsToken));
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == Path && !Knows(context.Request.Headers.Authorization.ToString(), expected))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return;
            }
            await next(context);
        });
        app.UseOpenTelemetryPrometheusScrapingEndpoint(Path);
    }

    // Hashes of one length, so that the time it takes tells nothing.
    private static bool Knows(string header, byte[] expected) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), expected);
}
