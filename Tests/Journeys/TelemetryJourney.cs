using System.Globalization;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>What a silo sends to a collector of OpenTelemetry.</summary>
public sealed class TelemetryJourney
{
    // What is sent once a minute or every few seconds by default is sent at once.
    private static readonly Dictionary<string, string> _often = new()
    {
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
    };

    [Fact]
    public async Task A_collector_gets_metrics_logs_and_requests_with_the_grain_calls_they_lead_to()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        using var folder = new TemporaryFolder();
        await using var silo = SiloProcess.Launch(folder.Path, _often, [$"--Telemetry:Otlp={collector.Url}", "--Telemetry:TracePercent=100", "--Cluster:Region=falkenstein"]);
        await silo.ReadyAsync();
        await new Squirrel(folder.Path, silo.Cluster).MustAsync("add", "http://127.0.0.1:1/", "--every", "1s");

        await silo.GetAsync("/setup/no-such-token");

        await Eventually.HoldsAsync(() => collector.Metrics.Contains("uptime.checks") && collector.Metrics.Contains("uptime.cluster.websites"), TimeSpan.FromSeconds(90));
        await Eventually.HoldsAsync(() => collector.Logs.Any(line => line.Contains(" was Suspect and is Down: ", StringComparison.Ordinal)));
        await Eventually.TrueAsync(
            () => collector.Spans.Any(call => call.Name == "IUsersGrain/IsSetUpAsync" && collector.Spans.Any(request => request.Trace == call.Trace && request.Name == "GET /setup/{token}")),
            () => $"These came: {string.Join(", ", collector.Spans.Select(span => span.Name).Distinct())}");
        collector.Everything.ShouldNotContain("no-such-token");
        collector.Senders["service.name"].Distinct().ShouldBe([ClusterDefaults.ServiceId]);
        collector.Senders["region"].Distinct().ShouldBe(["falkenstein"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_collector_that_is_away_or_never_answers_keeps_no_check_waiting_and_is_not_complained_of(bool isThere)
    {
        using var deaf = new DeafServer();
        await using var site = await LookLog.StartAsync();
        using var folder = new TemporaryFolder();
        var address = isThere ? deaf.Url : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{SiloProcess.FreePorts(1)[0]}");
        await using var silo = SiloProcess.Launch(folder.Path, _often, [$"--Telemetry:Otlp={address}", "--Telemetry:TracePercent=100"]);
        await silo.ReadyAsync();

        await new Squirrel(folder.Path, silo.Cluster).MustAsync("add", site.Url(1).Text, "--every", "1s");
        await Eventually.HoldsAsync(() => site.SeenAtLeast(10) == 1, TimeSpan.FromSeconds(90));

        (await silo.Process.TerminateAsync()).ShouldBe(0);
        silo.Process.LoggedErrors.ShouldBeEmpty();
        silo.Process.Output.ShouldNotContain("OpenTelemetry");
        silo.Process.Output.ShouldNotContain(new Uri(address).Authority);
    }
}
