using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Silo;

public sealed class ConfigurationSourcesTests
{
    [Theory]
    [InlineData("--Cheks:Timeout=5s", "--Cheks is not a setting. Ours begin with Database:, Cluster:, Checks:, Alerts:, Email:, Channels:, Heartbeats:, Web:, OpenId:, Sites:, Telemetry: or are Urls.")]
    [InlineData("start", "'start' is not understood; expected --Section:Key=value.")]
    [InlineData("--Checks:Timeout", "'--Checks:Timeout' has no value; expected --Section:Key=value.")]
    [InlineData("-Checks:Timeout=5s", "-Checks:Timeout begins with one dash; expected --Checks:Timeout=value.")]
    [InlineData("-Checks:Timeout 5s", "-Checks:Timeout begins with one dash; expected --Checks:Timeout=value.")]
    [InlineData("-Email:Password=hush", "-Email:Password begins with one dash; expected --Email:Password=value.")]
    [InlineData("--Checks=5", "--Checks is a section and takes no value; expected --Checks:Key=value.")]
    [InlineData("--email me@shop.example", "--email is a section and takes no value; expected --email:Key=value.")]
    public void What_would_be_ignored_on_the_command_line_is_a_problem(string arguments, string problem) =>
        ConfigurationSources.Read(arguments.Split(' '), folders: []).Problems.ShouldBe([problem]);

    [Theory]
    [InlineData("--Checks:Timeout=5s")]
    [InlineData("--checks:timeout 5s")]
    [InlineData("/Checks:Timeout=5s")]
    [InlineData("Checks:Timeout=5s")]
    [InlineData("-Cluster:Region x --Checks:Timeout=5s")]
    [InlineData("-v --Checks:Timeout=5s")]
    public void A_setting_is_read_however_it_is_spelled_and_whatever_stands_beside_it(string arguments) =>
        ConfigurationSources.Read(arguments.Split(' '), folders: []).Configuration["Checks:Timeout"].ShouldBe("5s");

    [Theory]
    [InlineData("{\n  \"Checks\": {\n    \"Timeout\": 5s\n  }\n}", "cannot be read: line 3 is not JSON: 's' is an invalid end of a number")]
    [InlineData("{ \"Checks\": {", "cannot be read: line 1 is not JSON: Expected depth to be zero")]
    [InlineData("", "cannot be read: line 1 is not JSON: The input does not contain any JSON tokens")]
    [InlineData("[]", "cannot be read: Top-level JSON element must be an object")]
    [InlineData("{ \"Checks\": 5 }", "Checks is a section and takes no value; expected \"Checks\": { \"Key\": value }.")]
    public void A_file_that_cannot_be_read_is_named_with_what_is_wrong_in_it(string content, string problem)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", content);

        var sentence = ConfigurationSources.Read([], folder.Path).Problems.ShouldHaveSingleItem();

        sentence.ShouldStartWith(file);
        sentence.ShouldContain(problem);
    }

    [Fact]
    public void The_later_source_wins()
    {
        using var shipped = new TemporaryFolder();
        using var own = new TemporaryFolder();
        shipped.Write("appsettings.json", """{ "Cluster": { "Region": "shipped", "ClusterId": "shipped" }, "Checks": { "Timeout": "1s" } }""");
        own.Write("appsettings.json", """{ "Cluster": { "Region": "own", "ClusterId": "own" } }""");

        var (configuration, problems) = ConfigurationSources.Read(["--Cluster:Region=here"], shipped.Path, own.Path);

        problems.ShouldBeEmpty();
        configuration["Cluster:Region"].ShouldBe("here");
        configuration["Cluster:ClusterId"].ShouldBe("own");
        configuration["Checks:Timeout"].ShouldBe("1s");
    }
}
