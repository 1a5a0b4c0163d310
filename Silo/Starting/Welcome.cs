using System.Reflection;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Silo.Cluster;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Starting;

/// <summary>The first lines a person reads: what runs, where things are kept, what to do next, and what is unusual about the settings.</summary>
internal sealed partial class Welcome(SiloSettings settings, UptimeDatabase database, ILogger<Welcome> logger)
{
    public void Say()
    {
        var gateway = $"{ClusterWiring.AdvertisedAddress(settings)}:{settings.Cluster.GatewayPort}";
        LogStarted(Version(), settings.Cluster.ClusterId, settings.Cluster.Region, database.Kind, database.Name);
        LogReachable(gateway, string.Join(", ", settings.Urls), Client());
        if (settings.Checks.MinimumInterval < TimeSpan.FromMinutes(1))
            LogShortInterval(settings.Checks.MinimumInterval);
        if (settings.Checks.RecheckDelays.Count == 0)
            LogImpatient();
        if (settings.Checks.References.Count == 0)
            LogTrusting();
        if (string.IsNullOrEmpty(settings.Email.Host))
            LogPickup(Path.GetFullPath(settings.Email.PickupFolder));
    }

    // Whoever built it has no squirrel to call; whoever installed it has no sources.
    private static string Client() =>
        AppContext.BaseDirectory.Contains(Path.Combine("artifacts", "bin") + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "dotnet run --project Client --" : "squirrel";

    public static string Version() =>
        (typeof(Welcome).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    [LoggerMessage(3001, LogLevel.Information, "UptimeSquirrel {Version} runs: cluster {Cluster}, region {Region}, everything is kept in {Kind} {Database}")]
    private partial void LogStarted(string version, string cluster, string region, DatabaseKind kind, string database);

    [LoggerMessage(3002, LogLevel.Information, "Clients reach it at {Gateway}, health is at {Urls} (/livez, /readyz). Try: {Client} add https://example.org --email you@example.org")]
    private partial void LogReachable(string gateway, string urls, string client);

    [LoggerMessage(3003, LogLevel.Warning, "Checks:MinimumInterval is {Interval}: less than a minute is meant for tests, websites may take it for an attack")]
    private partial void LogShortInterval(TimeSpan interval);

    [LoggerMessage(3004, LogLevel.Warning, "Checks:RecheckDelays is empty: one failed check is enough to tell an owner that a website is down")]
    private partial void LogImpatient();

    [LoggerMessage(1170, LogLevel.Information, "Checks:References is empty: a silo that has no other silo to ask believes what it sees, and calls every website down when its own network fails")]
    private partial void LogTrusting();

    [LoggerMessage(3005, LogLevel.Warning, "No Email:Host is set: mails are not sent but written to {Folder}, one .eml file each")]
    private partial void LogPickup(string folder);
}
