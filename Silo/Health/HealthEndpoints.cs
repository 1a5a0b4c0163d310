using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UptimeSquirrel.Silo.Health;

/// <summary><c>/livez</c>: the process answers. <c>/readyz</c>: it takes part in the cluster; <c>Degraded</c> while the database is away, it doubts itself or the files of <c>Sites:Folder</c> cannot be applied, since checks go on.</summary>
internal static class HealthEndpoints
{
    /// <summary>The tag of what <c>/readyz</c> asks.</summary>
    public const string Readiness = "readiness";

    public static WebApplicationBuilder AddUptimeHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks()
            .AddCheck<ClusterHealth>("cluster", HealthStatus.Unhealthy, [Readiness])
            .AddCheck<DatabaseHealth>("database", HealthStatus.Degraded, [Readiness])
            .AddCheck<VantageHealth>("vantage", HealthStatus.Degraded, [Readiness]);
        return builder;
    }

    public static void MapUptimeHealth(this WebApplication app)
    {
        app.MapHealthChecks("/livez", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Readiness), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var parts = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = Word(entry.Value.Status), detail = entry.Value.Description });
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = Word(report.Status), parts }), context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
