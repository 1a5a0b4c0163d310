using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class BackupJourney(PostgresServer postgres)
{
    [Fact]
    public async Task An_installation_moves_from_sqlite_to_postgres_with_all_it_has_and_back()
    {
        await using var website = await LocalWebsite.StartAsync();
        await using var journey = await Journey.BeginAsync();
        await journey.Squirrel.MustAsync("add", website.Url.Text, "--owner", "team", "--email", "anna@shop.example", "--bearer", "hush-hush-hush", "--every", "1h");
        await journey.Squirrel.MustAsync("owner", "channel", "add", "team", "gotify", "--set", "url=http://127.0.0.1:1", "--set", "token=a-long-secret-token");
        await journey.Squirrel.MustAsync("maintenance", "add", "--for", "2h", "--owner", "team", "--tag", "none");
        await journey.StandsAsync(website.Url.Text, "up");
        var before = await TakeAsync(journey.Squirrel, website.Url.Text);

        // While the silo runs; then into a cluster's database, and from there into a file again.
        await RunAsync(journey.Folder, 0, "backup", "one.backup");
        await journey.Silo.Process.TerminateAsync();
        var database = $"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}";
        (await RunAsync(journey.Folder, 0, "restore", "one.backup", database)).ShouldContain("was read back: every row is as it was");
        (await RunAsync(journey.Folder, 1, "restore", "one.backup", database)).ShouldContain("is not empty");
        await using (var cluster = await SiloProcess.StartAsync(journey.Folder, database, "--Cluster:AdvertisedAddress=127.0.0.1"))
        {
            (await TakeAsync(new Squirrel(journey.Folder, cluster.Cluster), website.Url.Text)).ShouldBe(before);
            (await RunAsync(journey.Folder, 1, "restore", "one.backup", database, "--replace")).ShouldContain("stop every silo first");
            await cluster.Process.TerminateAsync();
        }

        await RunAsync(journey.Folder, 0, "backup", "two.backup", database);
        await RunAsync(journey.Folder, 0, "restore", "two.backup", "--Database:ConnectionString=Data Source=back/uptime.db");
        await using var back = await SiloProcess.StartAsync(journey.Folder, "--Database:ConnectionString=Data Source=back/uptime.db");
        var squirrel = new Squirrel(journey.Folder, back.Cluster);
        (await TakeAsync(squirrel, website.Url.Text)).ShouldBe(before);

        // The secret still opens: the check goes well, with the token, and is one more.
        await squirrel.MustAsync("status", website.Url.Text, "--verbose");
        website.Requests[^1].ShouldContain("Authorization: Bearer hush-hush-hush");
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_database_as_it_was()
    {
        await using var journey = await Journey.BeginAsync();
        await journey.Squirrel.MustAsync("import", journey.Write("list.txt", string.Join('\n', Enumerable.Range(0, 500).Select(i => $"http://127.0.0.1:1/{i}"))), "--email", "a@b.example");
        await journey.Silo.Process.TerminateAsync();
        await RunAsync(journey.Folder, 0, "backup", "one.backup");
        var database = $"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}";

        await using (var killed = RunningProcess.StartDotnet(Built.Silo, ["restore", "one.backup", database], journey.Folder))
        {
            await Eventually.HoldsAsync(() => killed.Output.Contains("us_grain_state", StringComparison.Ordinal) || killed.HasExited);
            await killed.KillAsync();
        }

        (await RunAsync(journey.Folder, 0, "restore", "one.backup", database, "--replace")).ShouldContain("every row is as it was");
    }

    [Theory]
    [InlineData(2, "'backup' needs a file", "backup")]
    [InlineData(1, "does not exist: expected a file that 'backup' made", "restore", "nothing.backup")]
    [InlineData(1, "does not exist: expected the file of an installation", "backup", "x.backup")]
    [InlineData(2, "--replace", "backup", "x.backup", "--replace")]
    public async Task A_mistake_is_a_sentence_and_makes_nothing(int exitCode, string sentence, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder.Path, exitCode, arguments)).ShouldContain(sentence);

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    // What everybody would miss: websites and their settings, history, owners and channels, maintenance.
    private static async Task<string> TakeAsync(Squirrel squirrel, string url)
    {
        var export = (await squirrel.MustAsync("export")).Json;
        var history = (await squirrel.MustAsync("history", url, "--json")).Json;
        return $"{export.GetProperty("websites")}\n{export.GetProperty("owners")}\n{history.GetProperty("checks")}";
    }

    private static async Task<string> RunAsync(string folder, int exitCode, params string[] arguments)
    {
        await using var process = RunningProcess.StartDotnet(Built.Silo, arguments, folder);
        var ended = await process.ExitAsync(TimeSpan.FromSeconds(120));
        ended.ShouldBe(exitCode, $"{string.Join(' ', arguments)}\n{process.Output}\n{process.Errors}");
        return process.Output + process.Errors;
    }
}
