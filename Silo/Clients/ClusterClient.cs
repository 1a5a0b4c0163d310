using Orleans.Configuration;
using Orleans.Serialization;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Clients;

/// <summary>The way into a cluster for a program that is no silo: through the list of gateways in PostgreSQL, or to the one silo of a SQLite file.</summary>
internal static class ClusterClient
{
    private static readonly TimeSpan _refreshEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <param name="builder">The program.</param>
    /// <param name="settings">The settings of the silos.</param>
    /// <param name="attempts">How often it is tried, 2 seconds apart, before it is given up.</param>
    public static void AddClusterClient(this IHostApplicationBuilder builder, SiloSettings settings, int attempts)
    {
        var tried = 0;
        builder.UseOrleansClient(client =>
        {
            if (settings.IsPostgres)
                client.UseAdoNetClustering(options => options.Configure<UptimeDatabase>((o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.Membership)));
            else
                client.UseLocalhostClustering(settings.Cluster.GatewayPort, ClusterDefaults.ServiceId, settings.Cluster.ClusterId);
            client.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterDefaults.ServiceId, settings.Cluster.ClusterId));
            client.Configure<ExceptionSerializationOptions>(GrainErrors.Keep);
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = _refreshEvery);
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                if (++tried >= attempts)
                    return false;
                await Task.Delay(_pause, TimeProvider.System, cancellationToken);
                return true;
            });
        });
    }

    /// <summary>The sentence for a cluster that does not answer.</summary>
    public static string Unreachable(SiloSettings settings, Exception cause)
    {
        var where = settings.IsPostgres ? $"the cluster '{settings.Cluster.ClusterId}' in this database" : $"127.0.0.1:{settings.Cluster.GatewayPort}";
        return $"No silo answers in {where}: {SettingValue.Show(cause.GetBaseException().Message)} Start a silo with the same Database and Cluster settings first.";
    }
}
