using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>One silo after the other is stopped as systemd or Docker stop it, and started again, while all websites go on being watched.</summary>
public sealed class RollingUpgradeJourney(PostgresServer postgres, ITestOutputHelper output)
{
    [Theory]
    [InlineData(60, 2)]
    public async Task A_rolling_restart_delays_checks_a_little_and_loses_none_for_long(int websites, int interval)
    {
        await using var target = await LookLog.StartAsync();
        await using var cluster = await SiloCluster.StartAsync(postgres, 3, $"--Checks:DefaultInterval={interval}s");
        var list = Path.Combine(cluster.Folder, "list.txt");
        await File.WriteAllLinesAsync(list, Enumerable.Range(1, websites).Select(number => target.Url(number).Text), TestContext.Current.CancellationToken);
        await cluster.Squirrel.MustAsync("import", list);
        await Eventually.HoldsAsync(() => target.SeenAtLeast(2) == websites, TimeSpan.FromSeconds(60));
        output.WriteLine($"before: {Longest(target)}");

        foreach (var silo in cluster.Silos)
        {
            var began = TimeProvider.System.GetTimestamp();
            (await silo.Process.TerminateAsync()).ShouldBe(0);
            var stopped = TimeProvider.System.GetElapsedTime(began);
            silo.Process.LoggedErrors.ShouldBeEmpty();
            await silo.StartAgainAsync();
            await cluster.AgreesAsync();
            output.WriteLine($"stopped in {stopped.TotalSeconds:0.0} s, there again after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s, {Longest(target)}");
        }

        output.WriteLine($"after: {Longest(target)}");
        target.LongestGaps()[0].ShouldBeLessThan(TimeSpan.FromSeconds(interval + 20));
        foreach (var silo in cluster.Silos)
            silo.Process.LoggedErrors.ShouldBeEmpty();
    }

    private static string Longest(LookLog target)
    {
        var gaps = target.LongestGaps();
        return $"longest time between two looks {gaps[0].TotalSeconds:0.0} s, median of the websites {gaps[gaps.Count / 2].TotalSeconds:0.0} s";
    }
}
