using Microsoft.Extensions.Options;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Adapters.Rdap;
using UptimeSquirrel.Adapters.Templates;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Silo.Backups;
using UptimeSquirrel.Silo.Clients;
using UptimeSquirrel.Silo.Cluster;
using UptimeSquirrel.Silo.Health;
using UptimeSquirrel.Silo.Heartbeats;
using UptimeSquirrel.Silo.HotFolder;
using UptimeSquirrel.Silo.Links;
using UptimeSquirrel.Silo.Operators;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Telemetry;
using UptimeSquirrel.Web;
using UptimeSquirrel.Web.Access.SetUp;

namespace UptimeSquirrel.Silo.Starting;

/// <summary>From the command line to a running silo, or to one message that says everything that is wrong.</summary>
internal static class SiloStart
{
    private const int ExitGood = 0;
    private const int ExitBroken = 1;
    private const int ExitMisconfigured = 2;

    // A check that is under way may take 12 s, and a call to another silo 30 s. Whoever stops a silo should wait longer than this before it uses force.
    private static readonly TimeSpan _patienceToStop = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var order = arguments is [HealthQuestion.Argument or SetUpLinkCommand.Argument or WebAlone.Argument or BackupCommands.Backup or BackupCommands.Restore, ..] ? arguments[0] : null;
            if (order is BackupCommands.Backup or BackupCommands.Restore)
                return await BackUpAsync(order, arguments[1..]);
            var (configuration, unreadable) = ConfigurationSources.Read(order is null ? arguments : arguments[1..]);
            var (settings, problems) = SiloSettings.Read(configuration);
            problems = [.. unreadable, .. problems];
            if (problems.Count == 0)
                problems = order switch
                {
                    null => Ports.FindProblems(settings),
                    WebAlone.Argument => WebAlone.FindProblems(settings),
                    _ => [],
                };
            return problems.Count > 0 ? Refuse(problems)
                : order switch
                {
                    HealthQuestion.Argument => await HealthQuestion.AskAsync(settings.Urls[0], TimeProvider.System),
                    SetUpLinkCommand.Argument => await SetUpLinkCommand.RunAsync(settings),
                    WebAlone.Argument => await WebAlone.RunAsync(configuration, settings),
                    _ => await RunAsync(configuration, settings),
                };
        }
        catch (DatabaseUnusableException e)
        {
            return Refuse([e.Message], ExitBroken);
        }
        catch (Exception e)
        {
            return Refuse([$"{e.GetType().Name}: {SettingValue.Show(e.Message)}"], ExitBroken);
        }
    }

    private static async Task<int> BackUpAsync(string order, string[] arguments)
    {
        var (file, replaces, rest, problem) = BackupCommands.Take(order, arguments);
        var (configuration, unreadable) = ConfigurationSources.Read(rest);
        var (settings, problems) = SiloSettings.Read(configuration);
        problems = [.. problem is null ? [] : new[] { problem }, .. unreadable, .. problems];
        return problems.Count > 0 ? Refuse(problems) : await BackupCommands.RunAsync(order, file!, replaces, settings);
    }

    private static async Task<int> RunAsync(IConfiguration configuration, SiloSettings settings)
    {
        if (!settings.IsPostgres)
            Threads.PrepareForSqlite();
        TlsSessions.MakeRoomFor(settings.Checks.ResumableWebsites);
        var startLog = new StartLog();
        await using var app = await OpenAsync(configuration, settings, startLog);
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it had started: nothing is wrong.
            return ExitGood;
        }
        catch
        {
            startLog.Failed();
            throw;
        }

        startLog.Started();
        app.Services.GetRequiredService<Welcome>().Say();
        await app.Services.GetRequiredService<SetUpLink>().SayAsync(settings.PublicUrl);
        await app.WaitForShutdownAsync();
        return ExitGood;
    }

    /// <summary>A silo with everything in it, ready to be started.</summary>
    internal static async Task<WebApplication> OpenAsync(IConfiguration configuration, SiloSettings settings, StartLog startLog)
    {
        var app = Build(configuration, settings, startLog);
        try
        {
            await app.Services.GetRequiredService<IDatabaseStartup>().PrepareAsync(CancellationToken.None);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        app.UseRequestNames(settings.Telemetry);
        app.UseUptimeMetrics(settings.Telemetry);
        app.MapUptimeHealth();
        app.MapPings();
        app.MapUptimeLinks();
        app.MapUptimeWeb();
        if (settings.Cluster.OrleansDashboard)
            app.MapOrleansPages();
        return app;
    }

    /// <summary>A web server with nothing in it yet, that listens and logs as configured.</summary>
    internal static WebApplicationBuilder NewBuilder(IConfiguration configuration, SiloSettings settings, StartLog startLog)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Not the program that was started, which may be a test: by this name the dashboard finds its scripts and styles.
            ApplicationName = typeof(SiloStart).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
        startLog.Quieten(builder.Logging, configuration);
        // Scripts and styles are where they were built until somebody publishes, whatever the environment is called.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. settings.Urls.Select(url => url.ToString())]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _patienceToStop);
        return builder;
    }

    private static WebApplication Build(IConfiguration configuration, SiloSettings settings, StartLog startLog)
    {
        var builder = NewBuilder(configuration, settings, startLog);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new ToldSettings(() => SettingsInForce.Of(settings)));
        builder.Services.AddSingleton<Welcome>();
        builder.Services.AddSingleton(Options.Create(HeartbeatAddress.Of(settings)));
        builder.Services.AddUptimeGrains(settings.Checks, settings.Alerts)
            .AddWebsiteProbe(settings.ToProbeOptions())
            .AddUptimeRdap(settings.Checks.Rdap, settings.Checks.UserAgentUrl)
            .AddUptimeDatabase(settings.Database)
            .AddUptimeEmail(settings.Email)
            .AddUptimeTemplates()
            .AddUptimeChannels(settings.Channels)
            .AddUptimeWeb(settings.Web, settings.OpenId)
            .AddUptimeHotFolder(settings.Sites);
        return builder.AddUptimeCluster(settings).AddUptimeHealth().AddUptimeTelemetry(settings).Build();
    }

    private static int Refuse(IReadOnlyList<string> problems, int exitCode = ExitMisconfigured)
    {
        Console.Error.WriteLine(problems.Count == 1
            ? "UptimeSquirrel cannot start:"
            : $"UptimeSquirrel cannot start, for {problems.Count} reasons:");
        foreach (var problem in problems)
            Console.Error.WriteLine("  - " + problem);
        return exitCode;
    }
}
