using System.Text.Json;
using System.Text.RegularExpressions;

namespace UptimeSquirrel.Tests.House;

public sealed partial class MetricsDocTests
{
    [Fact]
    public void The_catalogue_names_every_metric_there_is_and_no_other() =>
        MetricsDoc.Metrics.Select(metric => metric.Name).ShouldBe(
            Repository.SourceFiles().SelectMany(path => Instrument().Matches(Repository.Read(path))).Select(match => match.Groups["name"].Value), ignoreOrder: true);

    [Theory]
    [InlineData("deploy/metrics/grafana-dashboard.json")]
    [InlineData("deploy/metrics/alerts.yml")]
    public void Dashboard_and_alerts_ask_for_metrics_that_there_are(string path)
    {
        var known = MetricsDoc.Metrics.Select(metric => metric.InPrometheus).ToArray();

        var asked = Asked().Matches(Repository.Read(path)).Select(match => match.Value.Replace("_bucket", "", StringComparison.Ordinal)).Distinct().ToArray();

        asked.Length.ShouldBeGreaterThan(5);
        asked.Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void The_dashboard_is_json() => JsonDocument.Parse(Repository.Read("deploy/metrics/grafana-dashboard.json")).RootElement.GetProperty("panels").GetArrayLength().ShouldBe(14);

    [GeneratedRegex("""\.Create(Observable)?(Counter|Gauge|Histogram|UpDownCounter)(<\w+>)?\("(?<name>uptime\.[^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\buptime_[a-z_]+")]
    private static partial Regex Asked();
}
