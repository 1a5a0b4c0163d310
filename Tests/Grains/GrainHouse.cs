using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders;
using Orleans.TestingHost;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>A cluster in this process on a real SQLite file, with the real probe and real mail, whose clock only the test moves.</summary>
internal sealed class GrainHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private InProcessTestCluster _cluster = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
    public MailServer Mail { get; private set; } = null!;
    public ChecksOptions Checks { get; } = new();
    public IGrainFactory Grains => _cluster.Client;
    public ICatalogGrain Catalog => Grains.GetGrain<ICatalogGrain>(0);
    public string DatabaseFile => _folder.File("uptime.db");
    public IHistoryGrain History => Grains.GetGrain<IHistoryGrain>(0);

    public static async Task<GrainHouse> OpenAsync()
    {
        var house = new GrainHouse { Mail = await MailServer.StartAsync() };
        await house.StartClusterAsync();
        return house;
    }

    public IWebsiteGrain Website(WebsiteUrl url, string owner = "team") => Grains.GetGrain<IWebsiteGrain>(WebsiteId.From(OwnerId.Parse(owner), url).Value);

    public IOwnerNotificationGrain Owner(string owner = "team") => Grains.GetGrain<IOwnerNotificationGrain>(OwnerId.Parse(owner).GrainKey);

    public async Task<IWebsiteGrain> WatchAsync(WebsiteUrl url, WebsiteChanges? changes = null, string owner = "team")
    {
        await Owner(owner).AddEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
        var grain = Website(url, owner);
        (await grain.RegisterAsync(OwnerId.Parse(owner), url, changes ?? WebsiteChanges.None)).Problems.ShouldBeEmpty();
        return grain;
    }

    /// <summary>A reminder tick, as it comes from Orleans.</summary>
    public Task TickAsync(IWebsiteGrain website) =>
        website.AsReference<IRemindable>().ReceiveReminder("check", new TickStatus(Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(5), Clock.GetUtcNow().UtcDateTime));

    /// <summary>Stops the silo and starts another on the same file: what is only in memory is gone.</summary>
    public async Task RestartAsync()
    {
        await _cluster.DisposeAsync();
        await StartClusterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartClusterAsync()
    {
        var builder = new InProcessTestClusterBuilder(1) { Options = { ServiceId = ClusterDefaults.ServiceId } };
        builder.ConfigureSiloHost((_, host) => AddAdapters(host.Services));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddAdoNetGrainStorage(StorageNames.Grains, options => options.Configure<UptimeDatabase>(
                (o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.GrainState)));
            silo.UseAdoNetReminderService(options => options.Configure<UptimeDatabase>(
                (o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.Reminders)));
            silo.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromSeconds(1));
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Clock);
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Clock);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    private void AddAdapters(IServiceCollection services)
    {
        var database = new DatabaseOptions { ConnectionString = $"Data Source={_folder.File("uptime.db")}", SpillFolder = _folder.File("spill") };
        services.AddUptimeGrains(Checks)
            .AddSingleton(_ => WebsiteProbe.Create(new ProbeOptions { AllowEveryAddress = true, Timeout = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(1) }, new MovedClock(Clock)))
            .AddUptimeDatabase(database)
            .AddUptimeEmail(new EmailOptions { Host = MailServer.Host, Port = Mail.Port, Security = EmailSecurity.None, From = "squirrel@monitor.example", Timeout = TimeSpan.FromSeconds(5) })
            .AddUptimeChannels(new ChannelOptions { AllowedPrivateNetworks = ["127.0.0.0/8"] });
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => new Prepare(provider.GetRequiredService<IDatabaseStartup>())));
    }

    /// <summary>Tells the test's time, but lets budgets run in real time: the network does not wait for a test.</summary>
    private sealed class MovedClock(FakeTimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }

    private sealed class Prepare(IDatabaseStartup startup) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => startup.PrepareAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
