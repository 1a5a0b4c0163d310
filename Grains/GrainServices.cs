using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Grains;

/// <summary>What the grains bring along.</summary>
public static class GrainServices
{
    /// <summary>Adds how websites are checked. The ports (<c>IWebsiteProbe</c>, <c>IJournal</c>, stores, <c>INotifier</c>, <c>ISecretKeeper</c>) come from the adapters.</summary>
    public static IServiceCollection AddUptimeGrains(this IServiceCollection services, ChecksOptions checks) =>
        services.AddSingleton(Options.Create(checks)).AddSingleton<Postman>();
}
