using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Access;

namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>A page may stay open for days. Whoever was signed out elsewhere, or has another role since, is out here too within 5 seconds.</summary>
internal sealed class StillSignedIn(ILoggerFactory logs, StillLetIn door) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private static readonly AuthenticationState _nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private Task<bool>? _wasGoodAtFirst;

    // From every silo, and one call of a grain in memory each time.
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    // The cookie with which the page was opened may have been ended up to a minute before: asked before anything is shown.
    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        return await (_wasGoodAtFirst ??= door.IsSignedInAsync(state.User)) ? await base.GetAuthenticationStateAsync() : _nobody;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) => door.IsSignedInAsync(authenticationState.User);
}
