using Microsoft.Extensions.DependencyInjection;

namespace UptimeSquirrel.Probing;

/// <summary>What this room brings to the house.</summary>
public static class ProbingServices
{
    /// <summary>Adds the <see cref="IWebsiteProbe"/> that looks over the network. It goes by the registered <see cref="TimeProvider"/>, if there is one.</summary>
    public static IServiceCollection AddWebsiteProbe(this IServiceCollection services, ProbeOptions options) =>
        services.AddSingleton<IWebsiteProbe>(provider => new HttpProbe(options, provider.GetService<TimeProvider>() ?? TimeProvider.System));
}
