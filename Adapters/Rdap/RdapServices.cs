using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Rdap;

/// <summary>What RDAP brings to the house.</summary>
public static class RdapServices
{
    /// <summary>Has registries asked when domains expire.</summary>
    /// <param name="services">The services.</param>
    /// <param name="address">Where questions go first: a server that knows which registry to send us to. Empty = nobody is asked.</param>
    /// <param name="userAgentUrl">The page that says who asks.</param>
    public static IServiceCollection AddUptimeRdap(this IServiceCollection services, string address, string userAgentUrl) => address.Length == 0
        ? services
        : services.AddSingleton<IDomainRegistry>(_ => new RdapRegistry(WebsiteUrl.Parse(address).ToUri(), userAgentUrl));
}
