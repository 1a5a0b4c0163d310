using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary>What a silo tells of itself to Prometheus and OpenTelemetry. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>What a scraper has to say at <c>/metrics</c> (<c>Authorization: Bearer …</c>): 16 to 200 visible characters. Empty, the default: there is no <c>/metrics</c>.</summary>
    public string MetricsToken { get; set; } = "";

    /// <summary>Where metrics, traces and logs are sent by OTLP over gRPC, such as <c>http://collector:4317</c>. Empty, the default: nowhere.</summary>
    public string Otlp { get; set; } = "";

    /// <summary>Of how many in a hundred requests and looks on schedule, and of what they lead to, there are traces, where there is an <see cref="Otlp"/>: 0 to 100, default 0.</summary>
    [Range(0, 100)]
    public int TracePercent { get; set; }

    /// <summary>Whether there are traces of anything.</summary>
    public bool HasTraces => Otlp.Length > 0 && TracePercent > 0;

    /// <summary>Of how many websites there are metrics of their own, in the order of their addresses: 0 to 10,000, default 0.</summary>
    [Range(0, 10_000)]
    public int Websites { get; set; }

    /// <summary>Only of websites with this tag. Empty, the default: of any.</summary>
    public string WebsiteTag { get; set; } = "";
}
