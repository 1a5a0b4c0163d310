using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>Puts an Orleans client together, without the host around it: that would read settings and take over Ctrl+C.</summary>
internal static class OrleansClient
{
    // How soon a gateway that went away is tried again.
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromSeconds(2);

    public static ServiceProvider Build(string clusterId, IPEndPoint[] gateways, ConnectionLoss loss) =>
        Build(clusterId, loss, client => client.UseStaticClustering(gateways));

    public static ServiceProvider Build(string clusterId, string connectionString, ConnectionLoss loss) =>
        Build(clusterId, loss, client => client.UseAdoNetClustering(database =>
        {
            database.Invariant = "Npgsql";
            database.ConnectionString = connectionString;
        }));

    private static ServiceProvider Build(string clusterId, ConnectionLoss loss, Action<IClientBuilder> useClustering)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddOrleansClient(client =>
        {
            useClustering(client);
            client.Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = clusterId;
                cluster.ServiceId = ClusterDefaults.ServiceId;
            });
            client.Configure<ExceptionSerializationOptions>(GrainErrors.Keep);
            client.Configure<GatewayOptions>(gateway => gateway.GatewayListRefreshPeriod = RefreshPeriod);
            client.Configure<ClientMessagingOptions>(messaging => messaging.CancelRequestOnTimeout = true);
            client.UseConnectionRetryFilter((_, _) => Task.FromResult(false));
            client.AddClusterConnectionLostHandler((_, _) => loss.Lost());
            client.AddGatewayCountChangedHandler((_, change) =>
            {
                if (change.NumberOfConnectedGateways > 0)
                    loss.Recovered();
            });
        });
        return services.BuildServiceProvider();
    }
}
