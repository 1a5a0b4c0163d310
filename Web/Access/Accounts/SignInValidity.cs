using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace UptimeSquirrel.Web.Access.Accounts;

/// <summary>Whether a sign-in is as good as it was when it was made: by the security stamp, which changes when it is ended elsewhere, or with the role.</summary>
internal static class SignInValidity
{
    public static async Task<bool> IsStillGoodAsync(this IServiceProvider services, ClaimsPrincipal caller) =>
        await services.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(caller) is not null;

    /// <summary>The same outside a request.</summary>
    public static async Task<bool> IsStillGoodAsync(this IServiceScopeFactory scopes, ClaimsPrincipal caller)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.IsStillGoodAsync(caller);
    }
}
