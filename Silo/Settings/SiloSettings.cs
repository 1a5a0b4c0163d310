using System.Net;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Silo.Heartbeats;
using UptimeSquirrel.Silo.HotFolder;
using UptimeSquirrel.Silo.Telemetry;
using UptimeSquirrel.Web;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Everything a silo is told: all of it good, or none of it used.</summary>
internal sealed record SiloSettings(
    DatabaseOptions Database, ClusterSettings Cluster, ChecksOptions Checks, AlertOptions Alerts, EmailOptions Email, ChannelOptions Channels, IReadOnlyList<Uri> Urls)
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Where jobs call.</summary>
    public HeartbeatOptions Heartbeats { get; init; } = new();

    /// <summary>How pages and API are reached.</summary>
    public WebOptions Web { get; init; } = new();

    /// <summary>Sign-in with the accounts of an organisation.</summary>
    public OpenIdOptions OpenId { get; init; } = new();

    /// <summary>Files that say what is to be watched.</summary>
    public SitesOptions Sites { get; init; } = new();

    /// <summary>What is told to Prometheus and OpenTelemetry.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Under which address people reach the pages.</summary>
    public string PublicUrl => Alerts.PublicUrl.Length > 0 ? Alerts.PublicUrl : HeartbeatAddress.Of(this).PublicUrl;

    public bool IsPostgres => Database.Kind == DatabaseKind.Postgres;

    public ProbeOptions ToProbeOptions() => new()
    {
        Timeout = Checks.Timeout,
        ConnectTimeout = Checks.ConnectTimeout,
        MaximumAtOnce = Checks.MaximumAtOnce,
        MaximumPerAddress = Checks.MaximumPerAddress,
        ResumableWebsites = Checks.ResumableWebsites,
        AllowedPorts = Checks.AllowedPorts,
        AllowedServicePorts = Checks.AllowedServicePorts,
        UserAgentUrl = Checks.UserAgentUrl,
        AllowedPrivateNetworks = [.. Checks.AllowedPrivateNetworks.Select(network => IPNetwork.Parse(network))],
    };

    /// <summary>Reads all sections; the problems are all there are, one sentence each.</summary>
    public static (SiloSettings Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var database = reader.Read<DatabaseOptions>("Database");
        var cluster = reader.Read<ClusterSettings>("Cluster");
        var checks = reader.Read<ChecksOptions>("Checks");
        var alerts = reader.Read<AlertOptions>("Alerts");
        var email = reader.Read<EmailOptions>("Email");
        var channels = reader.Read<ChannelOptions>("Channels");
        var heartbeats = reader.Read<HeartbeatOptions>("Heartbeats");
        var web = reader.Read<WebOptions>("Web");
        var openId = reader.Read<OpenIdOptions>("OpenId");
        var sites = reader.Read<SitesOptions>("Sites");
        var telemetry = reader.Read<TelemetryOptions>("Telemetry");
        reader.Add(TelemetryRules.Problems(telemetry));
        reader.Add(SettingRules.Problems(sites));
        reader.Add(SettingRules.Problems(checks));
        reader.Add(SettingRules.Problems(channels));
        reader.Add(HeartbeatAddress.Problems(heartbeats));
        reader.Add(SettingRules.Problems(web));
        reader.Add(UptimeWeb.FindProblems(openId));
        reader.Add(AlertSettingRules.Problems(alerts));
        reader.Add(SettingRules.Problems(cluster));
        reader.Add(database.FindProblems());
        reader.Add(EmailOptionsRules.CrossProblems(email));
        var urls = ReadUrls(configuration["Urls"], reader);
        reader.Add(SettingRules.Problems(cluster, urls));
        var settings = new SiloSettings(database, cluster, checks, alerts, email, channels, urls) { Heartbeats = heartbeats, Web = web, OpenId = openId, Sites = sites, Telemetry = telemetry };
        return (settings, reader.Problems);
    }

    private static List<Uri> ReadUrls(string? text, SettingsReader reader)
    {
        var urls = new List<Uri>();
        foreach (var part in (string.IsNullOrWhiteSpace(text) ? DefaultUrl : text).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel reads '*' and '+' as "every address", which is no URL.
            var spelled = part.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (Uri.TryCreate(spelled, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp)
                urls.Add(url);
            else
                reader.Add([$"Urls is '{SettingValue.Show(part)}'; expected something like {DefaultUrl}, several with ';' between them."]);
        }

        return urls;
    }
}
