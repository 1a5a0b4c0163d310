using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Grains;

/// <summary>What the grains bring along.</summary>
public static class GrainServices
{
    /// <summary>Adds how websites are checked, and this silo's doubt of itself. The ports (<c>IWebsiteProbe</c>, <c>IJournal</c>, stores, <c>INotifier</c>) come from the adapters.</summary>
    public static IServiceCollection AddUptimeGrains(this IServiceCollection services, ChecksOptions checks) =>
        services.AddSingleton(Options.Create(checks)).AddSelfDoubt();

    private static IServiceCollection AddSelfDoubt(this IServiceCollection services)
    {
        services.TryAddSingleton<IVantages, NoVantages>();
        return services.AddSingleton<References>()
            .AddSingleton<Examination>()
            .AddSingleton<IOperator, OperatorOwner>()
            .AddSingleton<OperatorNews>()
            .AddSingleton<SelfDoubt>()
            .AddSingleton<ISelfDoubt>(provider => provider.GetRequiredService<SelfDoubt>())
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<SelfDoubt>());
    }
}
