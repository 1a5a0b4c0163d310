using Microsoft.Extensions.Options;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Silo.Health;
using UptimeSquirrel.Silo.Heartbeats;
using UptimeSquirrel.Silo.Links;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Starting;
using UptimeSquirrel.Web;
using UptimeSquirrel.Web.Access.SetUp;

namespace UptimeSquirrel.Silo.Clients;

/// <summary><c>--web</c>: the pages, the API, the heartbeats and the links in mails in a process of their own, which looks at no website.</summary>
internal static partial class WebAlone
{
    public const string Argument = "--web";

    // As long as a cluster may take to start on a slow machine.
    private const int Attempts = 60;

    /// <summary>What makes no sense for it, one sentence each.</summary>
    public static IReadOnlyList<string> FindProblems(SiloSettings settings) => settings.IsPostgres
        ? Ports.FindUrlProblems(settings)
        : [$"{Argument} needs PostgreSQL (--Database:ConnectionString=\"Host=…\"): a SQLite file serves one silo, which has the pages in it."];

    public static async Task<int> RunAsync(IConfiguration configuration, SiloSettings settings)
    {
        var startLog = new StartLog();
        await using var app = Build(configuration, settings, startLog);
        app.MapUptimeHealth();
        app.MapPings();
        app.MapUptimeLinks();
        app.MapUptimeWeb();
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e)
        {
            startLog.Failed();
            Console.Error.WriteLine($"UptimeSquirrel cannot start:\n  - {ClusterClient.Unreachable(settings, e)}");
            return 1;
        }

        startLog.Started();
        LogStarted(app.Logger, Welcome.Version(), string.Join(", ", settings.Urls), settings.Cluster.ClusterId, app.Services.GetRequiredService<UptimeDatabase>().Name);
        await app.Services.GetRequiredService<SetUpLink>().SayAsync(settings.PublicUrl);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static WebApplication Build(IConfiguration configuration, SiloSettings settings, StartLog startLog)
    {
        var builder = SiloStart.NewBuilder(configuration, settings, startLog);
        builder.Services.AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(settings.Alerts))
            .AddSingleton(Options.Create(HeartbeatAddress.Of(settings)))
            .AddSingleton(_ => UptimeDatabase.Open(settings.Database.ConnectionString))
            .AddUptimeSecrets()
            .AddUptimeWeb(settings.Web, settings.OpenId);
        builder.Services.AddHealthChecks().AddCheck<ClusterReach>("cluster", tags: [HealthEndpoints.Readiness]);
        builder.AddClusterClient(settings, Attempts);
        return builder.Build();
    }

    [LoggerMessage(4030, LogLevel.Information, "UptimeSquirrel {Version} serves its pages at {Urls} for the cluster {Cluster} in {Database}; it looks at no website")]
    private static partial void LogStarted(ILogger logger, string version, string urls, string cluster, string database);
}
