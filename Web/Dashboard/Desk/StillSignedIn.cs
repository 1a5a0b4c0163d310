using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Access.Accounts;

namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>A page may stay open for days. Whoever was signed out elsewhere, or has another role since, is out here too within 5 seconds.</summary>
internal sealed partial class StillSignedIn(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private static readonly AuthenticationState _nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly ILogger _logger = logs.CreateLogger<StillSignedIn>();
    private Task<bool>? _wasGoodAtFirst;

    // From every silo, and one call of a grain in memory each time.
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    // The cookie with which the page was opened may have been ended up to a minute before: asked before anything is shown.
    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        return await (_wasGoodAtFirst ??= IsGoodAsync(state.User)) ? await base.GetAuthenticationStateAsync() : _nobody;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) => IsGoodAsync(authenticationState.User);

    private async Task<bool> IsGoodAsync(ClaimsPrincipal caller)
    {
        try
        {
            return await scopes.IsStillGoodAsync(caller);
        }
        catch (Exception e)
        {
            // Nothing is known against them, and a cluster that stumbles must not throw everybody out: asked again in a few seconds.
            LogNotAsked(e, caller.Named());
            return true;
        }
    }

    [LoggerMessage(4302, LogLevel.Debug, "Whether {Name} is still signed in could not be found out; it is asked again in a few seconds")]
    private partial void LogNotAsked(Exception exception, string name);
}
