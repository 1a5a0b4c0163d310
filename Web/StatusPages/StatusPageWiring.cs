using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UptimeSquirrel.Web.StatusPages.Serving;

namespace UptimeSquirrel.Web.StatusPages;

internal static class StatusPageWiring
{
    public static IServiceCollection AddStatusPages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<PageDirectory>().AddSingleton<PageCache>().AddSingleton<PageDoor>();
    }
}
