using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>The command line finds the silos through PostgreSQL, and does not depend on any one of them.</summary>
public sealed class GatewayLossJourney(PostgresServer postgres)
{
    [Fact]
    public async Task Silos_that_crash_neither_end_a_watch_nor_keep_new_commands_from_being_answered()
    {
        await using var cluster = await SiloCluster.StartAsync(postgres, 3);
        await using var shop = await LocalWebsite.StartAsync();
        await cluster.Squirrel.MustAsync("add", shop.Url.Text, "--every", "2s");
        await using var watch = cluster.Squirrel.Start("watch");
        await Eventually.HoldsAsync(() => watch.Output.Contains("watching 1 website", StringComparison.Ordinal));

        // The watch has used at least one of these two, or uses the one that stays; the database still lists each while we ask.
        foreach (var silo in cluster.Silos.Take(2))
        {
            await silo.Process.KillAsync();
            for (var i = 0; i < 3; i++)
                (await cluster.Squirrel.MustAsync("list")).Output.ShouldContain(shop.Url.Text);
        }

        shop.Answer = Answers.Status(503);
        await Eventually.HoldsAsync(() => watch.Output.Contains($"down  {shop.Url.Text}", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        watch.HasExited.ShouldBeFalse();
    }
}
