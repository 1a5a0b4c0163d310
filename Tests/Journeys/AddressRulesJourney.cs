using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class AddressRulesJourney
{
    [Fact]
    public async Task A_private_address_is_refused_and_the_refusal_says_how_to_allow_it()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(folder.Path, "--Checks:AllowedPrivateNetworks=");
        await using var site = await LocalWebsite.StartAsync();

        var added = await new Squirrel(folder.Path, silo.Cluster).MustAsync("add", site.Url.Text, "--json");

        added.Json.GetProperty("lastCheck").GetProperty("healthy").GetBoolean().ShouldBeFalse();
        added.Json.GetProperty("lastCheck").GetProperty("reason").GetString()!.ShouldContain("Checks:AllowedPrivateNetworks");
        site.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_there_is_code_3_and_says_how_to_start_it()
    {
        using var folder = new TemporaryFolder();
        var answer = await new Squirrel(folder.Path, $"127.0.0.1:{SiloProcess.FreePorts(1)[0]}").RunAsync("list");

        answer.ExitCode.ShouldBe(3);
        answer.Errors.ShouldContain("dotnet run --project Silo");
    }
}
