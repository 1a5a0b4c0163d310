using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Silo.HotFolder;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Telemetry;
using UptimeSquirrel.Web;

namespace UptimeSquirrel.Tests.House;

public sealed class ConfigurationDocTests
{
    private static readonly string _page = Repository.Read("docs/configuration.md");

    public static TheoryData<string> AllKeys =>
    [
        .. Keys<DatabaseOptions>("Database"), .. Keys<ClusterSettings>("Cluster"), .. Keys<ChecksOptions>("Checks"), .. Keys<AlertOptions>("Alerts"), .. Keys<EmailOptions>("Email"),
        .. Keys<ChannelOptions>("Channels"), .. Keys<HeartbeatOptions>("Heartbeats"), .. Keys<WebOptions>("Web"), .. Keys<OpenIdOptions>("OpenId"), .. Keys<SitesOptions>("Sites"), .. Keys<TelemetryOptions>("Telemetry"),
    ];

    [Theory, MemberData(nameof(AllKeys))]
    public void Every_setting_is_in_the_documentation(string key) => _page.ShouldContain($"| `{key}` |");

    [Fact]
    public void No_setting_is_in_the_documentation_that_does_not_exist() =>
        _page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])
            .Except([.. AllKeys.Select(row => row.Data), "Urls"])
            .ShouldBeEmpty();

    private static IEnumerable<string> Keys<T>(string section) =>
        typeof(T).GetProperties().Where(property => property.SetMethod is not null).Select(property => $"{section}:{property.Name}");
}
