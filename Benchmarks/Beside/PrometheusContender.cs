using System.Text.Json;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>Prometheus, which scrapes the blackbox exporter once for each website; that sends the HEAD.</summary>
internal sealed class PrometheusContender() : ToolContender("Prometheus and blackbox_exporter", user: "prometheus")
{
    private const string Prometheus = "/usr/bin/prometheus";
    private const string Blackbox = "/usr/bin/prometheus-blackbox-exporter";

    private const string Modules =
        """
        modules:
          head:
            prober: http
            timeout: 5s
            http: { method: HEAD, preferred_ip_protocol: ip4 }
        """;

    public override string? MissingPackages => File.Exists(Prometheus) && File.Exists(Blackbox) ? null : "prometheus prometheus-blackbox-exporter";

    public override Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        var exporter = $"127.0.0.1:{FreePort.Next()}";
        var modules = Write("blackbox.yml", Modules);
        Write("websites.json", JsonSerializer.Serialize(new[] { new { targets = Enumerable.Range(0, plan.Websites).Select(targets.Url) } }));
        var settings = Write("prometheus.yml", Settings(plan.Every, exporter));
        Start(Blackbox, $"--config.file={modules}", $"--web.listen-address={exporter}");
        Start(Prometheus, $"--config.file={settings}", $"--storage.tsdb.path={Path.Combine(Folder, "data")}", $"--web.listen-address=127.0.0.1:{FreePort.Next()}");
        return Task.CompletedTask;
    }

    // As its manual has it: the exporter is what is scraped, and the website is an argument.
    private static string Settings(int every, string exporter) =>
        $$"""
        global: { scrape_interval: {{every}}s, scrape_timeout: {{every}}s }
        scrape_configs:
          - job_name: websites
            metrics_path: /probe
            params: { module: [head] }
            file_sd_configs: [{ files: [websites.json] }]
            relabel_configs:
              - { source_labels: [__address__], target_label: __param_target }
              - { source_labels: [__param_target], target_label: instance }
              - { target_label: __address__, replacement: "{{exporter}}" }
        """;
}
