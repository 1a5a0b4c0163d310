using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.Serialization;
using Orleans.Storage;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Postgres.GrainStates;
using UptimeSquirrel.Adapters.Database.Postgres.Reminders;
using UptimeSquirrel.Adapters.Database.Reminders;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Silo.Operators;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Cluster;

/// <summary>How this silo joins others, and where grains and reminders are kept.</summary>
internal static class ClusterWiring
{
    public static WebApplicationBuilder AddUptimeCluster(this WebApplicationBuilder builder, SiloSettings settings)
    {
        builder.Host.UseOrleans((_, silo) =>
        {
            var cluster = settings.Cluster;
            var address = AdvertisedAddress(settings);
            if (settings.IsPostgres)
            {
                silo.ConfigureEndpoints(address, cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
                silo.UseAdoNetClustering(options => options.Configure<UptimeDatabase>((o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.Membership)));
                silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterDefaults.ServiceId, cluster.ClusterId));
            }
            else
            {
                // One machine, one silo: nothing to remember about members.
                silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, primarySiloEndpoint: null, ClusterDefaults.ServiceId, cluster.ClusterId);
                silo.ConfigureEndpoints(address, cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
            }

            silo.Configure<SiloOptions>(options => options.SiloName = $"{Environment.MachineName}:{cluster.SiloPort}");
            silo.AddVantages(cluster.Region);
            silo.Services.AddSingleton<TickDelivery>();
            silo.Services.AddSingleton<IOutgoingGrainCallFilter>(services => services.GetRequiredService<TickDelivery>());
            silo.Services.AddSingleton<IIncomingGrainCallFilter>(services => services.GetRequiredService<TickDelivery>());
            silo.Configure<ExceptionSerializationOptions>(GrainErrors.Keep);
            if (settings.Telemetry.HasTraces)
                silo.AddActivityPropagation();
            if (cluster.OrleansDashboard)
                silo.AddOrleansPages();
            AddStorage(silo, settings.IsPostgres);
            Tune(silo);
        });
        return builder;
    }

    public static IPAddress AdvertisedAddress(SiloSettings settings) =>
        settings.Cluster.AdvertisedAddress is { } text ? IPAddress.Parse(text)
        : settings.IsPostgres ? FirstPublicAddress() ?? IPAddress.Loopback
        : IPAddress.Loopback;

    private static void AddStorage(ISiloBuilder silo, bool isPostgres)
    {
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.AddAdoNetGrainStorage(StorageNames.Grains, options => options.Configure<UptimeDatabase>(
            (o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.GrainState)));
        if (isPostgres)
            silo.Services.AddKeyedSingleton<IGrainStorage>(StorageNames.Grains, (services, name) => ActivatorUtilities.CreateInstance<GatheredStates>(
                services, AdoNetGrainStorageFactory.Create(services, (string)name!)));
        silo.UseAdoNetReminderService(options => options.Configure<UptimeDatabase>(
            (o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.Reminders)));
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new ReminderClock(TimeProvider.System));
        var table = silo.Services.Last(service => service.ServiceType == typeof(IReminderTable));
        silo.Services.Remove(table);
        silo.Services.AddSingleton<IReminderTable>(services =>
        {
            var oneByOne = (IReminderTable)ActivatorUtilities.CreateInstance(services, table.ImplementationType!);
            return ActivatorUtilities.CreateInstance<RememberedReminders>(
                services, isPostgres ? ActivatorUtilities.CreateInstance<GatheredReminders>(services, oneByOne) : oneByOne);
        });
    }

    private static void Tune(ISiloBuilder silo)
    {
        silo.Configure<ReminderOptions>(options =>
        {
            // Our own rules guard the intervals of websites; this one would also refuse the outbox's reminder and stored intervals.
            options.MinimumReminderPeriod = TimeSpan.FromSeconds(1);
            options.RefreshReminderListPeriod = RememberedReminders.LookEvery;
            options.ReminderLoadingWindow = RememberedReminders.Window;
        });

        // The defaults need a minute to notice a machine that vanished without a word; these need 9 seconds, and 4 for a crashed process.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(3);
            options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
            options.TableRefreshTimeout = TimeSpan.FromSeconds(20);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
        });
    }

    // The way out first: a machine that runs containers has bridges of its own, whose addresses nobody else can reach.
    private static IPAddress? FirstPublicAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(nic => nic.OperationalStatus == OperationalStatus.Up && nic.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .Select(nic => nic.GetIPProperties())
            .OrderByDescending(properties => properties.GatewayAddresses.Any(gateway => !gateway.Address.Equals(IPAddress.Any)))
            .SelectMany(properties => properties.UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
