using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Grains;

/// <summary>What the grains bring along.</summary>
public static class GrainServices
{
    /// <summary>Adds how websites are checked, and what sees to it that they are. The ports (<c>IWebsiteProbe</c>, <c>IJournal</c>, stores, <c>INotifier</c>) come from the adapters.</summary>
    public static IServiceCollection AddUptimeGrains(this IServiceCollection services, ChecksOptions checks) =>
        services.AddSingleton(Options.Create(checks))
            .AddSingleton<Home>()
            .AddSingleton<SiloServiceClient>()
            .AddSingleton<SiloFigures>()
            .AddSingleton<OverdueSweep>()
            .AddGrainService<SiloService>();
}
