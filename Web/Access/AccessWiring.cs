using Microsoft.Extensions.DependencyInjection;

namespace UptimeSquirrel.Web.Access;

internal static class AccessWiring
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(OpenDoor.Scheme).AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, OpenDoor>(OpenDoor.Scheme, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Look, policy => policy.RequireRole(Roles.Viewer, Roles.Editor, Roles.Administrator))
            .AddPolicy(Policies.Change, policy => policy.RequireRole(Roles.Editor, Roles.Administrator))
            .AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Administrator));
        return services;
    }
}
