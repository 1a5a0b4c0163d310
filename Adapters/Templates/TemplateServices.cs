using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Grains.Owners.Templates;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>What fills in templates.</summary>
public static class TemplateServices
{
    /// <summary>Adds the language that owners write templates in.</summary>
    public static IServiceCollection AddUptimeTemplates(this IServiceCollection services) => services.AddSingleton<ITextTemplates, FluidTemplates>();
}
