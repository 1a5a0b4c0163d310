using System.Text.Json.Nodes;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>The client of one version, for silos of whatever version.</summary>
internal sealed class Squirrel(Programs programs, string gateways)
{
    // 1 is a good answer, too: a website is down.
    private const int Down = 1;

    public Task DoAsync(params string[] arguments) => Command.RunAsync(Complete(arguments));

    public async Task<JsonNode> AskAsync(params string[] arguments) =>
        JsonNode.Parse(await Command.RunAsync(code => code is 0 or Down, Complete([.. arguments, "--json"])))!;

    private string[] Complete(string[] arguments) => ["dotnet", programs.Client, .. arguments, "--cluster", gateways];
}
