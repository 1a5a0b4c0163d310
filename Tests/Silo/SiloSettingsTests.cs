using Microsoft.Extensions.Configuration;
using UptimeSquirrel.Silo.Heartbeats;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Tests.Silo;

public sealed class SiloSettingsTests
{
    [Fact]
    public void Nothing_needs_to_be_set() => Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("Checks:Timeout", "10", 10)]
    [InlineData("Checks:Timeout", "10s", 10)]
    [InlineData("Checks:Timeout", "00:00:10", 10)]
    [InlineData("Checks:DefaultInterval", "10m", 600)]
    [InlineData("checks:defaultinterval", "1h", 3600)]
    public void Lengths_of_time_are_written_as_people_write_them(string key, string text, int seconds)
    {
        var (settings, problems) = Read((key, text));

        problems.ShouldBeEmpty();
        (key.EndsWith("Timeout", StringComparison.Ordinal) ? settings.Checks.Timeout : settings.Checks.DefaultInterval).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void A_list_is_written_with_commas_or_numbered_or_is_empty()
    {
        Read(("Checks:RecheckDelays", "1s, 2s")).Settings.Checks.RecheckDelays.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        Read(("Checks:RecheckDelays:0", "3s"), ("Checks:RecheckDelays:1", "4s")).Settings.Checks.RecheckDelays
            .ShouldBe([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)]);
        Read(("Checks:RecheckDelays", "")).Settings.Checks.RecheckDelays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Checks:Timeout", "1s", null)]
    [InlineData("Checks:Timeout", "0.9s", "Checks:Timeout is 00:00:00.9000000; expected 00:00:01 to 00:00:12.")]
    [InlineData("Checks:Timeout", "12s", null)]
    [InlineData("Checks:Timeout", "13s", "Checks:Timeout is 00:00:13; expected 00:00:01 to 00:00:12.")]
    [InlineData("Checks:Timeout", "soon", "Checks:Timeout is 'soon'; expected a length of time such as 00:00:10, 10s or 5m.")]
    [InlineData("Checks:MinimumInterval", "0", "Checks:MinimumInterval is 00:00:00; expected 00:00:01 to 01:00:00.")]
    [InlineData("Checks:DefaultInterval", "2d", "Checks:DefaultInterval is 2.00:00:00; expected 00:00:01 to 1.00:00:00.")]
    [InlineData("Checks:DefaultInterval", "30s", "Checks:DefaultInterval is 00:00:30 but must not be shorter than Checks:MinimumInterval (00:01:00).")]
    [InlineData("Checks:ConnectTimeout", "13s", "Checks:ConnectTimeout is 00:00:13; expected 00:00:01 to 00:00:12.")]
    [InlineData("Checks:SuccessesBeforeUp", "0", "Checks:SuccessesBeforeUp is 0; expected 1 to 5.")]
    [InlineData("Checks:SuccessesBeforeUp", "5", null)]
    [InlineData("Checks:FlappingOutages", "0", null)]
    [InlineData("Checks:FlappingOutages", "1", "Checks:FlappingOutages is 1; expected 2 to 20, or 0 so that no website is ever called flapping.")]
    [InlineData("Checks:RecheckDelays", "1s,1s,1s,1s,1s,1s", "Checks:RecheckDelays has more than 5 entries.")]
    [InlineData("Checks:RecheckDelays", "6m", "Checks:RecheckDelays:0 is 00:06:00; expected 00:00:01 to 00:05:00.")]
    [InlineData("Checks:AllowedPrivateNetworks", "10.0.0.0/8", null)]
    [InlineData("Checks:AllowedPrivateNetworks", "10.0.0.0/33", "Checks:AllowedPrivateNetworks:0 is '10.0.0.0/33'; expected a network in CIDR notation such as 192.168.1.0/24.")]
    [InlineData("Checks:References", "", null)]
    [InlineData("Checks:References", "https://a.example/,http://127.0.0.1:8080/", null)]
    [InlineData("Checks:References:0", "ftp://a.example", "Checks:References:0 cannot be looked at: 'ftp://a.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("Checks:References", "a,b,c,d,e,f,g,h,i,j,k", "Checks:References has more than 10 entries.")]
    [InlineData("Checks:References", "tcp://a.example:1", "Checks:References:0 is 'tcp://a.example:1'; expected an http or https address.")]
    [InlineData("Checks:AllowedServicePorts", "", null)]
    [InlineData("Checks:AllowedServicePorts", "25,65536", "Checks:AllowedServicePorts holds 65536; expected ports from 1 to 65535.")]
    [InlineData("Heartbeats:PublicUrl", "https://uptime.example.com/pings", null)]
    [InlineData("Heartbeats:PublicUrl", "uptime.example.com", "Heartbeats:PublicUrl is 'uptime.example.com'; expected the http or https address under which jobs reach the silos, such as https://uptime.example.com.")]
    [InlineData("Checks:Tiemout", "1s", "Checks:Tiemout is not a setting. Checks knows AllowedPorts, AllowedPrivateNetworks, AllowedServicePorts, CertificateWarnings, ConnectTimeout, DefaultAccept, DefaultInterval, DefaultMethod, DefaultSlowAfter, FlappingOutages, MaximumAtOnce, MaximumPerAddress, MinimumInterval, Rdap, RecheckDelays, References, ResumableWebsites, SuccessesBeforeUp, Timeout, UserAgentUrl.")]
    [InlineData("Checks:Timeout:Long", "1s", "Checks:Timeout holds further settings; expected one value.")]
    [InlineData("Cluster:SiloPort", "0", "Cluster:SiloPort is 0; expected 1 to 65535.")]
    [InlineData("Cluster:SiloPort", "65535", null)]
    [InlineData("Cluster:SiloPort", "65536", "Cluster:SiloPort is 65536; expected 1 to 65535.")]
    [InlineData("Cluster:SiloPort", "30000", "Cluster:SiloPort and Cluster:GatewayPort are both 30000; they must differ.")]
    [InlineData("Cluster:ClusterId", "a b", "Cluster:ClusterId: expected 1 to 64 letters, digits, '-', '_' or '.'.")]
    [InlineData("Cluster:ClusterId", "", "Cluster:ClusterId: expected 1 to 64 letters, digits, '-', '_' or '.'.")]
    [InlineData("Cluster:Region", "", "Cluster:Region: expected 1 to 64 letters, digits, '-', '_' or '.'.")]
    [InlineData("Cluster:AdvertisedAddress", "myhost", "Cluster:AdvertisedAddress is 'myhost'; expected an IP address under which other silos reach this one, such as 10.0.0.5.")]
    [InlineData("Database:ConnectionString", "", "Database:ConnectionString is empty; it must be set.")]
    [InlineData("Email:Security", "ssl", "Email:Security is 'ssl'; expected one of Auto, None, StartTls, Tls.")]
    [InlineData("Urls", "ftp://x", "Urls is 'ftp://x'; expected something like http://127.0.0.1:8080, several with ';' between them.")]
    [InlineData("Urls", "http://127.0.0.1:11111", "Urls and Cluster:SiloPort both use port 11111; they must differ.")]
    [InlineData("Urls", "http://127.0.0.1:8080;http://*:30000", "Urls and Cluster:GatewayPort both use port 30000; they must differ.")]
    [InlineData("Urls", "http://*:8080;http://localhost:9", null)]
    public void Each_bound_holds_and_says_what_it_is(string key, string value, string? problem) =>
        Problems((key, value)).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:8080")]
    [InlineData("http://10.0.0.5:80", null, "http://10.0.0.5")]
    [InlineData("http://*:8080", null, "http://127.0.0.1:8080")]
    [InlineData("http://*:8080", "https://uptime.example.com", "https://uptime.example.com")]
    public void Jobs_are_told_to_call_where_they_reach_the_silo(string? urls, string? publicUrl, string expected) =>
        HeartbeatAddress.Of(Read([.. new[] { ("Urls", urls), ("Heartbeats:PublicUrl", publicUrl) }.Where(setting => setting.Item2 is not null).Select(setting => (setting.Item1, setting.Item2!))]).Settings)
            .PublicUrl.ShouldBe(expected);

    [Fact]
    public void All_problems_are_told_at_once() =>
        Problems(("Checks:Timeout", "x"), ("Cluster:SiloPort", "y"), ("Email:Nonsense", "z"), ("Urls", "?")).Count.ShouldBe(4);

    [Fact]
    public void A_control_character_in_a_value_does_not_reach_the_terminal() =>
        Problems(("Checks:Timeout", "\u001b[31m")).Single().ShouldContain("'?[31m'");

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings) => Read(settings).Problems;

    private static (SiloSettings Settings, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] settings) =>
        SiloSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
