using UptimeSquirrel.Silo.Health;
using UptimeSquirrel.Sites;

namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>Brings the hot folder into a silo that has one.</summary>
internal static class HotFolderWiring
{
    public static IServiceCollection AddUptimeHotFolder(this IServiceCollection services, SitesOptions options)
    {
        if (options.Folder.Length == 0)
            return services;
        services.AddSingleton(options)
            .AddSingleton<ICluster, LocalCluster>()
            .AddSingleton<SitesFollower>()
            .AddHostedService(provider => provider.GetRequiredService<SitesFollower>());
        services.AddHealthChecks().AddCheck<SitesHealth>("sites", tags: [HealthEndpoints.Readiness]);
        return services;
    }
}
