using Microsoft.Extensions.Configuration;
using UptimeSquirrel.Cluster;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Web.Dashboard.Settings;

namespace UptimeSquirrel.Tests.Silo;

public sealed class SettingsInForceTests
{
    [Fact]
    public void Every_setting_is_shown_with_what_the_documentation_says_of_it()
    {
        var shown = Of();

        shown.Select(setting => setting.Key).Order().ShouldBe(ConfigurationDocTests.AllKeys.Select(row => row.Data).Append("Urls").Order());
        shown.Where(setting => setting.Meaning.Length == 0 || setting.Default.Length == 0 || setting.Section.Length == 0).ShouldBeEmpty();
        shown.Where(setting => setting.IsChanged).ShouldBeEmpty();
        shown.Single(setting => setting.Key == "Checks:RecheckDelays").ShouldBe(new SettingInForce(
            "Checks:RecheckDelays", "5s, 30s", IsChanged: false, "Checks", "5 s, 30 s",
            "How long to wait before each further look at a website that just failed. All must fail before it is called down."));
    }

    [Fact]
    public void What_was_set_is_shown_as_set_unless_that_is_the_default()
    {
        var shown = Of(("Checks:Timeout", "5s"), ("Cluster:SiloPort", "11111"), ("Urls", "http://0.0.0.0:80;http://[::1]:81"), ("Web:TrustedProxies", "10.0.0.0/8,fd00::/8"), ("Cluster:OrleansDashboard", "true"));

        shown.Where(setting => setting.IsChanged).Select(setting => (setting.Key, setting.Value)).ShouldBe(
            [("Cluster:OrleansDashboard", "true"), ("Urls", "http://0.0.0.0:80;http://[::1]:81"), ("Web:TrustedProxies", "10.0.0.0/8, fd00::/8"), ("Checks:Timeout", "5s")]);
    }

    [Theory]
    [InlineData("Database:ConnectionString", "Host=db;Database=up;Username=u;Password=hunter2", "host=db;database=up;username=u;password=***")]
    [InlineData("Database:ConnectionString", "Host=db;PWD='hunter2;x'", "host=db;pwd=***")]
    [InlineData("OpenId:ClientSecret", "hunter2", "***")]
    [InlineData("Telemetry:MetricsToken", "hunter2-hunter2-hunter2", "***")]
    [InlineData("Email:Password", "hunter2", "***")]
    [InlineData("Email:PasswordFile", "/run/secrets/mail", "/run/secrets/mail")]
    [InlineData("Telemetry:Otlp", "http://me:hunter2@collector:4317", "http://***@collector:4317")]
    [InlineData("Checks:References", "https://a.example/, https://me:hunter2@b.example/", "https://a.example/, https://***@b.example/")]
    public void What_is_secret_is_not_shown(string key, string value, string shown) => SecretSettings.Mask(key, value).ShouldBe(shown);

    [Fact]
    public void Silos_that_differ_are_named_beside_their_values()
    {
        var rows = SettingRow.Of([Silo("one", "5s"), Silo("two", "10s", isChanged: false), Silo("three", "5s"), new SettingsOfSilo { Name = "four", Answers = false }]);

        rows.Single().Values.Select(value => $"{value.Value} {value.IsChanged} {string.Join(' ', value.Silos)}").ShouldBe(["5s True one three", "10s False two"]);
        rows.Single().IsChanged.ShouldBeTrue();
    }

    private static IReadOnlyList<SettingInForce> Of(params (string Key, string Value)[] told)
    {
        var (settings, problems) = SiloSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(told.ToDictionary(one => one.Key, one => (string?)one.Value)).Build());
        problems.ShouldBeEmpty();
        return SettingsInForce.Of(settings);
    }

    private static SettingsOfSilo Silo(string name, string timeout, bool isChanged = true) =>
        new() { Name = name, Answers = true, Settings = [new SettingInForce("Checks:Timeout", timeout, isChanged, "Checks", "10 s", "The longest one check may take.")] };
}
