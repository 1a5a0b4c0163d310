using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class ApplyJourney
{
    private const string Text = "owner: web-team\nowners: [{ id: web-team, emails: [anna@shop.example] }]\nwebsites:\n  - { url: http://127.0.0.1:1/, every: 1h }\n";

    [Fact]
    public async Task A_file_is_planned_applied_and_then_nothing_is_left_to_do()
    {
        await using var journey = await Journey.BeginAsync();
        var file = journey.Write("sites.yaml", Text);

        var plan = await journey.Squirrel.RunAsync("apply", "-f", file, "--plan");
        plan.ExitCode.ShouldBe(1);
        plan.Output.ShouldContain("Plan: 1 to add, 1 to change.");
        (await journey.Squirrel.RunAsync("apply", "-f", file)).ShouldSatisfyAllConditions(
            asked => asked.ExitCode.ShouldBe(1),
            asked => asked.Errors.ShouldContain("Nothing was done: --yes does it."));
        (await journey.Squirrel.MustAsync("apply", "-f", file, "--yes")).Output.ShouldContain("Done: 2 changes.");
        (await journey.Squirrel.MustAsync("apply", "-f", file, "--plan")).Output.ShouldContain("Nothing to do: 1 website and all else are as the files say.");

        var exported = journey.Write("exported.yaml", (await journey.Squirrel.MustAsync("export", "--yaml")).Output);
        (await journey.Squirrel.MustAsync("apply", "-f", exported, "--plan", "--prune", "--json")).Json.GetProperty("changes").GetArrayLength().ShouldBe(0);
        (await journey.Squirrel.RunAsync("apply", "-f", journey.Write("bad.yaml", "websites:\n  - url: nonsense here\n"))).ShouldSatisfyAllConditions(
            bad => bad.ExitCode.ShouldBe(2),
            bad => bad.Errors.ShouldContain("bad.yaml, line 2: 'url':"));
    }

    [Fact]
    public async Task A_silo_follows_a_folder_and_changes_nothing_while_a_file_in_it_is_wrong()
    {
        using var sites = new TemporaryFolder();
        var file = sites.Write("sites.yaml", Text);
        await using var journey = await Journey.BeginAsync($"--Sites:Folder={sites.Path}", "--Sites:Prune=true");
        await HasAsync(journey, "http://127.0.0.1:1/");

        await File.WriteAllTextAsync(file, "websites:\n  - { url: http://127.0.0.1:2/, evry: 1h }\n", TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => journey.Silo.Process.Output.Contains("sites.yaml, line 2: 'evry' is not known here", StringComparison.Ordinal));
        await HasAsync(journey, "http://127.0.0.1:1/");
        (await journey.Silo.GetAsync("/readyz")).Body.ShouldContain("the files in Sites:Folder cannot be applied");

        await File.WriteAllTextAsync(file, Text.Replace("127.0.0.1:1/", "127.0.0.1:2/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await HasAsync(journey, "http://127.0.0.1:2/");
        File.Delete(file);
        await Eventually.HoldsAsync(() => journey.Silo.Process.Output.Contains("holds no file ending in .yaml or .yml: nothing is changed", StringComparison.Ordinal));
        await HasAsync(journey, "http://127.0.0.1:2/");
    }

    private static Task HasAsync(Journey journey, params string[] urls) => Eventually.HoldsAsync(
        async () => (await journey.Squirrel.MustAsync("list", "--json")).Json.EnumerateArray().Select(website => website.GetProperty("url").GetString()).SequenceEqual(urls), TimeSpan.FromSeconds(60));
}
