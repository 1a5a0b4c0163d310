using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels.Secrets;

/// <summary>What keeps secrets.</summary>
public static class SecretServices
{
    /// <summary>Adds the <see cref="ISecretKeeper"/> whose keys are in the database.</summary>
    public static IServiceCollection AddUptimeSecrets(this IServiceCollection services)
    {
        // Its warning that the keys themselves lie open in the database would come at every start.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));

        // One name for all silos, whatever folder they run in: what one encrypts the others must be able to read.
        services.AddDataProtection().SetApplicationName("UptimeSquirrel");
        return services
            .AddSingleton<IXmlRepository, DatabaseKeys>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                keys => keys.XmlRepository = provider.GetRequiredService<IXmlRepository>()))
            .AddSingleton<ISecretKeeper, DataProtectionSecrets>();
    }
}
