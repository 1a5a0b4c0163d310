using Npgsql;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>The first minute of a cluster: all at once, one after the other, or not at all.</summary>
public sealed class ClusterStartJourney(PostgresServer postgres)
{
    [Fact]
    public async Task Five_silos_that_start_in_the_same_second_on_an_empty_database_are_one_cluster()
    {
        await using var cluster = await SiloCluster.StartAsync(postgres, 5);

        foreach (var silo in cluster.Silos)
            silo.Process.LoggedErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_silo_with_the_ports_of_the_first_is_told_what_to_add_and_joins_with_it()
    {
        await using var cluster = await SiloCluster.StartAsync(postgres, 1);
        var first = cluster.Silos[0];
        using var folder = new TemporaryFolder();

        await using var refused = RunningProcess.StartDotnet(Built.Silo, first.Arguments, folder.Path);
        (await refused.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(2);
        refused.Errors.ShouldContain("cannot start, for 3 reasons:");
        var advice = refused.Errors.TrimEnd().Split("let this one join it: ")[^1].Split(' ');
        advice.Length.ShouldBe(3);

        await using var second = RunningProcess.StartDotnet(Built.Silo, [.. first.Arguments, .. advice], folder.Path);
        await Eventually.HoldsAsync(async () => (await first.GetAsync("/readyz")).Body.Contains("one of 2\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_a_free_connection_is_named_with_how_many_a_silo_takes()
    {
        var settings = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        var user = $"few_{Guid.NewGuid():N}";
        await using (var admin = NpgsqlDataSource.Create(settings))
        await using (var command = admin.CreateCommand($"create role {user} login connection limit 0"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (settings.Username, settings.Password) = (user, "secret123");
        using var folder = new TemporaryFolder();

        await using var silo = SiloProcess.Launch(folder.Path, $"--Database:ConnectionString={settings}", "--Database:StartTimeout=0s");

        (await silo.Process.ExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(1);
        silo.Process.Errors.ShouldContain("has no connection left for us");
        silo.Process.Errors.ShouldContain("A silo takes up to 32; raise 'max_connections'");
        silo.Process.Errors.ShouldNotContain("secret123");
    }
}
