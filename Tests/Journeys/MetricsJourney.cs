using System.Net;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class MetricsJourney
{
    private const string Token = "0123456789abcdef";

    [Fact]
    public async Task Metrics_are_there_for_whoever_knows_the_token_and_for_nobody_else()
    {
        await using var journey = await Journey.BeginAsync($"--Telemetry:MetricsToken={Token}", "--Telemetry:Websites=10");
        await journey.Squirrel.MustAsync("add", "http://127.0.0.1:1/", "--every", "1s", "--email", "anna@shop.example");

        (await journey.Silo.GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await journey.Silo.GetAsync("/metrics", "0123456789abcdeg")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var (_, text) = await Eventually.GetAsync(
            () => journey.Silo.GetAsync("/metrics", Token),
            seen => seen.Body.Contains("uptime_website_up{", StringComparison.Ordinal) && seen.Body.Contains("uptime_deliveries_total{", StringComparison.Ordinal), TimeSpan.FromSeconds(90));

        text.ShouldContain("uptime_cluster_silos{");
        text.ShouldContain("url=\"http://127.0.0.1:1/\"");

        // All that are documented, but the one that only a silo in doubt has.
        MetricsDoc.Metrics.Select(metric => metric.InPrometheus).Where(name => !text.Contains($"# TYPE {name} ", StringComparison.Ordinal)).ShouldBe(["uptime_checks_doubted_total"]);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_to_be_seen()
    {
        await using var journey = await Journey.BeginAsync();

        (await journey.Silo.GetAsync("/metrics")).Body.ShouldNotContain("uptime_");
    }
}
