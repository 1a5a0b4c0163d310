using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders;
using Orleans.TestingHost;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Adapters.Templates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Tests.Warnings;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>
/// A cluster in this process on a real SQLite file, with the real probe and real mail, whose clock only the test moves. Several silos want
/// a PostgreSQL; each stands in a region of its own, and each can be shown another website than the one it means to look at.
/// </summary>
internal sealed class GrainHouse : IAsyncDisposable
{
    private static readonly Surroundings _trusting = new() { TrustedRoots = [X509CertificateLoader.LoadCertificate(TestCertificates.Authority.RawData)] };

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task<WebsiteUrl>>> _views = new();
    private InProcessTestCluster _cluster = null!;
    private string? _postgres;
    private short _silos = 1;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
    public MailServer Mail { get; private set; } = null!;
    public ChecksOptions Checks { get; } = new() { References = [] };

    /// <summary>Each alert is a message of its own, told at once; what is set here counts from then on.</summary>
    public AlertOptions Alerts { get; } = new() { DigestWindow = TimeSpan.Zero, MailsPerHour = 0, TextsPerHour = 0, PushesPerHour = 0 };

    /// <summary>The other silos, as those of this cluster believe them to be; taken over at the next start.</summary>
    public IVantages? Vantages { get; set; }

    /// <summary>What is told about domains.</summary>
    public FakeRegistry Registry { get; } = new();

    /// <summary>How long every look is said to have taken; null = as long as it took.</summary>
    public TimeSpan? Took { get; set; }
    public string DatabaseFile => _folder.File("uptime.db");
    public string SpillFolder => _folder.File("spill");
    public IGrainFactory Grains => _cluster.Client;
    public ISelfDoubt Doubt => _cluster.Silos[0].ServiceProvider.GetRequiredService<ISelfDoubt>();
    public ICatalogGrain Catalog => Grains.GetGrain<ICatalogGrain>(0);
    public IHistoryGrain History => Grains.GetGrain<IHistoryGrain>(0);

    public IReadOnlyList<string> Silos => [.. _cluster.Silos.Select(silo => silo.Name)];

    /// <summary>One silo: on a PostgreSQL database of its own, or on SQLite, which serves no second one.</summary>
    public static async Task<GrainHouse> OpenAsync(string? postgres = null)
    {
        var house = new GrainHouse { Mail = await MailServer.StartAsync(), _postgres = postgres };
        await house.StartClusterAsync();
        return house;
    }

    /// <summary>Opens one with several silos, in which one failed look is enough to ask the others.</summary>
    public static async Task<GrainHouse> OpenAsync(short silos, string postgres)
    {
        var house = new GrainHouse { Mail = await MailServer.StartAsync(), _silos = silos, _postgres = postgres };
        (house.Checks.RecheckDelays, house.Checks.SuccessesBeforeUp, house.Checks.Timeout) = ([], 1, TimeSpan.FromSeconds(2));
        await house.StartClusterAsync();
        return house;
    }

    /// <summary>What these silos see from now on instead of whatever website they look at.</summary>
    public void Show(LocalWebsite website, params IEnumerable<string> silos)
    {
        foreach (var silo in silos)
            _views[silo] = _ => Task.FromResult(website.Url);
    }

    /// <summary>These silos fail whoever asks them for a look.</summary>
    public void Silence(params IEnumerable<string> silos)
    {
        foreach (var silo in silos)
            _views[silo] = _ => throw new InvalidOperationException("This silo is out of order.");
    }

    /// <summary>This silo keeps whoever asks it for a look waiting.</summary>
    public void Hang(string silo) => _views[silo] = async stop =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        throw new UnreachableException();
    };

    /// <summary>The silo that watches this website.</summary>
    public async Task<string> HomeOfAsync(IWebsiteGrain website)
    {
        var address = await Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(website);
        return _cluster.Silos.Single(silo => silo.SiloAddress.Equals(address)).Name;
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

    /// <summary>Waits until every silo has looked for overdue websites up to now.</summary>
    public Task SweptAsync() => Eventually.HoldsAsync(() =>
        _cluster.Silos.All(silo => silo.ServiceProvider.GetRequiredService<OverdueSweep>().SweptTo >= Clock.GetUtcNow() - SweepRules.Grace));

    /// <summary>Stops the silo and starts another on the same file: what is only in memory is gone.</summary>
    /// <param name="away">How long nobody is there.</param>
    public async Task RestartAsync(TimeSpan away = default)
    {
        await _cluster.DisposeAsync();
        Clock.Advance(away);
        await StartClusterAsync();
    }

    /// <summary>Something inside one of the silos.</summary>
    public T Service<T>(int silo = 0)
        where T : notnull => _cluster.Silos[silo].ServiceProvider.GetRequiredService<T>();

    /// <summary>Starts another silo; only on PostgreSQL.</summary>
    public async Task AddSiloAsync()
    {
        await _cluster.StartAdditionalSiloAsync();
        await _cluster.WaitForLivenessToStabilizeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartClusterAsync()
    {
        var builder = new InProcessTestClusterBuilder(_silos) { Options = { ServiceId = ClusterDefaults.ServiceId } };
        builder.ConfigureSiloHost((options, host) => AddAdapters(host.Services, options.SiloName));
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddVantages(RegionOf(options.SiloName));
            if (Vantages is not null)
                silo.Services.AddSingleton(Vantages);
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

    public static string RegionOf(string silo) => $"region-of-{silo}";

    private void AddAdapters(IServiceCollection services, string silo)
    {
        var database = new DatabaseOptions { ConnectionString = _postgres ?? $"Data Source={_folder.File("uptime.db")}", SpillFolder = SpillFolder };
        services.AddUptimeGrains(Checks, Alerts)
            .AddSingleton<IWebsiteProbe>(_ => new Probe(
                new HttpProbe(new ProbeOptions { AllowEveryAddress = true, Timeout = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(1) }, new MovedClock(Clock), _trusting),
                (url, stop) => _views.TryGetValue(silo, out var view) ? view(stop) : Task.FromResult(url),
                result => Took is { } took ? result with { Took = took } : result))
            .AddSingleton<IDomainRegistry>(Registry)
            .AddUptimeDatabase(database)
            .AddUptimeEmail(new EmailOptions { Host = MailServer.Host, Port = Mail.Port, Security = EmailSecurity.None, From = "squirrel@monitor.example", Timeout = TimeSpan.FromSeconds(5) })
            .AddUptimeTemplates()
            .AddUptimeChannels(new ChannelOptions { AllowedPrivateNetworks = ["127.0.0.0/8"] });
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => new Prepare(provider.GetRequiredService<IDatabaseStartup>())));
    }

    /// <summary>Tells the test's time, but lets budgets run in real time: the network does not wait for a test.</summary>
    private sealed class MovedClock(FakeTimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }

    /// <summary>The real probe, which may be led to another website.</summary>
    private sealed class Probe(IWebsiteProbe probe, Func<WebsiteUrl, CancellationToken, Task<WebsiteUrl>> view, Func<CheckResult, CheckResult> retell) : IWebsiteProbe
    {
        public async Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken) =>
            retell(await probe.LookAsync(request with { Url = await view(request.Url, cancellationToken) }, cancellationToken));
    }

    private sealed class Prepare(IDatabaseStartup startup) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => startup.PrepareAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
