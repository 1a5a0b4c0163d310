using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Starting;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary>Brings metrics, traces and logs out of a silo. Where nobody wants them nothing listens, and nothing costs.</summary>
internal static class TelemetryWiring
{
    private static readonly string[] _meters = ["UptimeSquirrel", "System.Runtime", "Microsoft.AspNetCore.Hosting"];

    // Requests, and the grain calls they lead to.
    private static readonly string[] _sources = ["Microsoft.AspNetCore", "Microsoft.Orleans.Application"];

    public static WebApplicationBuilder AddUptimeTelemetry(this WebApplicationBuilder builder, SiloSettings settings)
    {
        var options = settings.Telemetry;
        if (options is { MetricsToken.Length: 0, Otlp.Length: 0 })
            return builder;
        builder.Services.AddSingleton(options).AddHostedService<ClusterFigures>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(ClusterDefaults.ServiceId, serviceNamespace: settings.Cluster.ClusterId, Welcome.Version(), autoGenerateServiceInstanceId: false, $"{Environment.MachineName}:{settings.Cluster.SiloPort}")
                .AddAttributes([new("region", settings.Cluster.Region)]))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(_meters);
                if (options.MetricsToken.Length > 0)
                    metrics.AddPrometheusExporter();
                if (options.Otlp.Length > 0)
                    metrics.AddOtlpExporter(SendThere);
            });
        if (options.Otlp.Length == 0)
            return builder;
        builder.Logging.AddOpenTelemetry(logging =>
        {
            // The sentence as it stands in the console, and not only its template.
            logging.IncludeFormattedMessage = true;
            logging.AddOtlpExporter(SendThere);
        });
        if (options.HasTraces)
            telemetry.WithTracing(tracing => tracing
                .AddSource(_sources)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracePercent / 100.0)))
                .AddOtlpExporter(SendThere));
        return builder;

        void SendThere(OtlpExporterOptions otlp) => otlp.Endpoint = new Uri(options.Otlp);
    }
}
