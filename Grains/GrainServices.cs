using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Runtime.MembershipService.SiloMetadata;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Live;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Grains.StatusPages;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Grains;

/// <summary>What the grains bring along.</summary>
public static class GrainServices
{
    /// <summary>Adds how websites are checked, what sees to it that they are, and this silo's doubt of itself. The ports (<c>IWebsiteProbe</c>, <c>IJournal</c>, stores, <c>INotifier</c>, <c>ISecretKeeper</c>, <c>IActionLinks</c>) come from the adapters.</summary>
    public static IServiceCollection AddUptimeGrains(this IServiceCollection services, ChecksOptions checks, AlertOptions alerts) =>
        services.AddSingleton(Options.Create(checks))
            .AddSingleton(Options.Create(alerts))
            .AddSingleton<Lookout>()
            .AddSingleton<ProbeWithSecrets>()
            .AddSingleton<Home>()
            .AddSingleton<SiloServiceClient>()
            .AddToldSettings()
            .AddSingleton<SiloFigures>()
            .AddSingleton<OverdueSweep>()
            .AddSingleton<TickBacklog>()
            .AddSingleton<UnfinishedWebsites>()
            .AddGrainService<SiloService>()
            .AddSingleton<TemplateDesk>()
            .AddSingleton<DeliveryFigures>()
            .AddSingleton<Postman>()
            .AddSingleton<PageHours>()
            .AddSingleton<OwnHosts>()
            .AddQuieting()
            .AddSingleton<AlertSpool>()
            .AddHostedService<SpoolTeller>()
            .AddSingleton<LiveReporter>()
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveReporter>())
            .AddWarnings()
            .AddSelfDoubt();

    /// <summary>Lets the silos look at websites for one another, so that none of them decides alone what its owner is told.</summary>
    /// <param name="silo">This silo.</param>
    /// <param name="region">Where it stands, in its operator's words.</param>
    public static ISiloBuilder AddVantages(this ISiloBuilder silo, string region)
    {
        silo.Services.AddSingleton<IVantages>(services => ActivatorUtilities.CreateInstance<ClusterVantages>(services, region));
        silo.Services.AddSingleton<SecondLooks>();
        return silo.UseSiloMetadata(new Dictionary<string, string> { [ClusterVantages.RegionKey] = region }).AddGrainService<VantageService>();
    }

    // Nothing, unless whoever starts the silo says what it was told.
    private static IServiceCollection AddToldSettings(this IServiceCollection services)
    {
        services.TryAddSingleton(new ToldSettings(() => []));
        return services;
    }

    private static IServiceCollection AddWarnings(this IServiceCollection services) =>
        services.AddSingleton<WarningDesk>()
            .AddSingleton<DomainBook>()
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<DomainBook>());

    private static IServiceCollection AddQuieting(this IServiceCollection services) =>
        services.AddSingleton<MaintenanceBook>()
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<MaintenanceBook>())
            .AddSingleton<Parents>()
            .AddSingleton<Quieter>();

    private static IServiceCollection AddSelfDoubt(this IServiceCollection services) =>
        services.AddSingleton<References>()
            .AddSingleton<Examination>()
            .AddSingleton<IOperator, OperatorOwner>()
            .AddSingleton<OperatorNews>()
            .AddSingleton<SelfDoubt>()
            .AddSingleton<ISelfDoubt>(provider => provider.GetRequiredService<SelfDoubt>())
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<SelfDoubt>());
}
