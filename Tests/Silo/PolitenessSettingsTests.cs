using Microsoft.Extensions.Configuration;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Tests.Silo;

public sealed class PolitenessSettingsTests
{
    [Theory]
    [InlineData("Checks:MaximumPerAddress", "1")]
    [InlineData("Checks:MaximumPerAddress", "100")]
    [InlineData("Checks:ResumableWebsites", "0")]
    [InlineData("Checks:ResumableWebsites", "1000000")]
    [InlineData("Checks:AllowedPorts", "1,65535")]
    [InlineData("Checks:AllowedPorts", "")]
    [InlineData("Checks:UserAgentUrl", "https://status.shop.example/about?x=1")]
    public void Good_values_are_taken(string key, string value) => Read(key, value).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("Checks:MaximumPerAddress", "0", "Checks:MaximumPerAddress is 0; expected 1 to 100.")]
    [InlineData("Checks:MaximumPerAddress", "101", "Checks:MaximumPerAddress is 101; expected 1 to 100.")]
    [InlineData("Checks:ResumableWebsites", "-1", "Checks:ResumableWebsites is -1; expected 0 to 1000000.")]
    [InlineData("Checks:AllowedPorts", "25,65536", "Checks:AllowedPorts holds 65536; expected ports from 1 to 65535.")]
    [InlineData("Checks:AllowedPorts", "0", "Checks:AllowedPorts holds 0; expected ports from 1 to 65535.")]
    [InlineData("Checks:AllowedPorts", "smtp", "Checks:AllowedPorts is 'smtp'; expected a whole number.")]
    [InlineData("Checks:UserAgentUrl", "shop.example", "Checks:UserAgentUrl is 'shop.example'; expected an http or https address of at most 200 characters that says who you are.")]
    [InlineData("Checks:UserAgentUrl", "https://x.example/)", "Checks:UserAgentUrl is 'https://x.example/)'; expected an http or https address of at most 200 characters that says who you are.")]
    public void Bad_values_are_named(string key, string value, string problem) => Read(key, value).Problems.ShouldBe([problem]);

    [Fact]
    public void They_reach_the_probe()
    {
        var options = Read("Checks:MaximumPerAddress", "7", "Checks:ResumableWebsites", "8", "Checks:AllowedPorts", "81,82", "Checks:UserAgentUrl", "https://a.example/").Settings.ToProbeOptions();

        (options.MaximumPerAddress, options.ResumableWebsites, options.UserAgentUrl).ShouldBe((7, 8, "https://a.example/"));
        options.AllowedPorts.ShouldBe([81, 82]);
    }

    private static (SiloSettings Settings, IReadOnlyList<string> Problems) Read(params string[] pairs) => SiloSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build());
}
