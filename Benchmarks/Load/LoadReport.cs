using System.Globalization;
using System.Text.Json;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>One line of JSON and one of a table in Markdown for each run.</summary>
internal static class LoadReport
{
    private const string Heading =
        """
        # Runs of the load benchmark

        One line a run, as `Benchmarks -- load --results FOLDER` adds it; `load.jsonl` beside it has the same with all figures. `../performance.md` says what they mean.

        | when | machine | version | websites, interval, database, silos, targets | checks/s | coverage | late p50, p99, max | silo CPU s/1,000 | bare | ratio | PostgreSQL CPU | WAL B/check | kB/website | registered/s | status p99 | punctual after start, restart |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|

        """;

    public static void Show(LoadFindings findings)
    {
        foreach (var property in typeof(LoadFindings).GetProperties())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{property.Name,-32} {property.GetValue(findings) ?? "-"}"));
    }

    public static void Keep(LoadFindings findings, string folder)
    {
        Directory.CreateDirectory(folder);
        File.AppendAllText(Path.Combine(folder, "load.jsonl"), JsonSerializer.Serialize(findings) + "\n");
        var table = Path.Combine(folder, "load.md");
        if (!File.Exists(table))
            File.WriteAllText(table, Heading);
        File.AppendAllText(table, Row(findings) + "\n");
    }

    private static string Row(LoadFindings f)
    {
        FormattableString row =
            $"| {f.At} | {f.Machine} | {f.Version} | {f.Websites:#,0}, {f.IntervalSeconds:0} s, {f.Database}, {f.Silos}, {f.Targets} | {f.ChecksPerSecond:#,0} | {f.Coverage * 100:0.000} % | {f.LatenessP50Ms:0}, {f.LatenessP99Ms:0}, {f.LatenessMaxMs:0} ms | {f.SiloCpuPer1000:0.000} | {f.BareCpuPer1000:0.000} | {f.Ratio:0.00} | {f.PostgresCpuPer1000:0.000} | {f.WalBytesPerCheck:0} | {f.KilobytesPerWebsite:0.0} | {f.RegisteredPerSecond:#,0} | {f.StatusP99Ms:0.0} ms | {f.PunctualAfterSeconds:0} s, {f.RestartPunctualAfterSeconds:0} s |";
        return row.ToString(CultureInfo.InvariantCulture);
    }
}
