using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Access.Accounts;

namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>A page may stay open for days. Whoever was signed out elsewhere, or has another role since, is so here too within a minute.</summary>
internal sealed class StillSignedIn(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        scopes.IsStillGoodAsync(authenticationState.User);
}
