using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Prometheus;

/// <summary>Targets of the Prometheus blackbox exporter: a file of <c>file_sd</c> or an answer of <c>http_sd</c>, or the jobs of a <c>prometheus.yml</c> that probe.</summary>
internal static class PrometheusTargets
{
    public static bool Recognises(JsonElement root) =>
        new Fields(root).Have("scrape_configs") ||
        (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && new Fields(first).Have("targets"));

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            foreach (var group in root.EnumerateArray())
                Read(new Fields(group), module: null, interval: null, choices, content);
            return;
        }

        var config = new Fields(root);
        foreach (var job in config.Objects("scrape_configs"))
        {
            var name = PlainText.Start(job.Text("job_name") ?? "without a name", 60);
            if (job.Text("metrics_path") != "/probe")
            {
                content.Remark($"The job '{name}' was left out: it collects metrics and probes nothing (its metrics_path is not /probe).");
                continue;
            }
            var module = job.Object("params").Texts("module").FirstOrDefault();
            var interval = GoDuration.Seconds(job.Text("scrape_interval") ?? config.Object("global").Text("scrape_interval")) ?? 60;
            foreach (var group in job.Objects("static_configs"))
                Read(group, module, interval, choices, content);
            if (job.Have("file_sd_configs"))
                content.Remark($"The job '{name}' has targets in other files: import those, too.");
        }
    }

    private static void Read(Fields group, string? module, double? interval, ReadingChoices choices, ListContent content)
    {
        var labels = group.Pairs("labels").ToList();
        module = labels.Where(label => label.Name is "module" or "__param_module").Select(label => label.Value).FirstOrDefault() ?? module;
        var blackbox = BlackboxModules.Find(choices.Modules, module);
        foreach (var target in group.Texts("targets"))
        {
            var wish = new Wish(labels.Where(label => label.Name is "name" or "instance").Select(label => label.Value).FirstOrDefault(), choices);
            wish.Tag(labels.Where(label => label.Name is not ("module" or "name" or "instance") && !label.Name.StartsWith("__", StringComparison.Ordinal))
                .Select(label => $"{label.Name}:{label.Value}"));
            wish.Every(interval);
            if (blackbox is null && module is not null)
                wish.Remark($"What the module '{PlainText.Start(module, 40)}' says was left out: --modules blackbox.yml tells what it is.");
            BlackboxModules.Apply(blackbox, module, target, wish);
            wish.AddTo(content);
        }
    }
}
