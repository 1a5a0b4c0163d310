using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using UptimeSquirrel.Silo.Clients;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>The pages in a process of their own, beside a silo on PostgreSQL; and an operator who prints a way in.</summary>
public sealed partial class WebAloneJourney(PostgresServer postgres)
{
    [Fact]
    public async Task Who_signs_in_at_the_pages_is_signed_in_at_every_silo_and_an_operator_can_always_get_in()
    {
        await using var cluster = await SiloCluster.StartAsync(postgres, 1);
        var port = SiloProcess.FreePorts(1)[0];
        string[] settings = [$"--Database:ConnectionString={cluster.Database}", $"--Urls=http://127.0.0.1:{port}"];
        await using var web = RunningProcess.StartDotnet(Built.Silo, ["--web", .. settings], cluster.Folder);
        await Eventually.HoldsAsync(() => Link().IsMatch(web.Output), TimeSpan.FromSeconds(120));
        var link = Link().Match(web.Output);

        // The silo and the pages print the same way in.
        await Eventually.HoldsAsync(() => cluster.Silos[0].Process.Output.Contains(link.Groups["token"].Value, StringComparison.Ordinal));
        using var root = new Browser($"http://127.0.0.1:{port}");
        var made = await root.SubmitAsync($"/setup/{link.Groups["token"].Value}", ("name", "root"), ("password", WebHouse.Password), ("repeated", WebHouse.Password));
        made.Path.ShouldBe("/");

        // One cookie for all: they share the keys in the database.
        (await root.OpenAsync($"http://127.0.0.1:{cluster.Silos[0].HttpPort}/account")).Body.ShouldContain("You are signed in as root.");
        (await root.OpenAsync("/readyz")).Body.ShouldContain("1 silos answer");

        await using var lost = RunningProcess.StartDotnet(Built.Silo, ["--setup-link", .. settings], cluster.Folder);
        (await lost.ExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(0, lost.Errors);
        using var other = new Browser($"http://127.0.0.1:{port}");
        (await other.OpenAsync($"/setup/{Link().Match(lost.Output).Groups["token"].Value}")).Body.ShouldContain("Make an administrator");
        (await root.OpenAsync("/audit")).Body.ShouldContain("user.setup-link");

        (await web.TerminateAsync()).ShouldBe(0);
        web.LoggedErrors.ShouldBeEmpty();
    }

    [Fact]
    public void Pages_alone_on_a_file_are_refused_with_a_sentence() =>
        WebAlone.FindProblems(SiloSettings.Read(new ConfigurationBuilder().Build()).Settings).ShouldHaveSingleItem().ShouldContain("--web needs PostgreSQL");

    [GeneratedRegex("http://[^ ]+/setup/(?<token>[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
