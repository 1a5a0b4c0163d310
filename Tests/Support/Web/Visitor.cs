using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>Somebody in front of the dashboard, with these claims.</summary>
internal sealed class Visitor(params Claim[] claims) : AuthenticationStateProvider
{
    public bool IsSignedIn { get; init; } = true;

    public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, IsSignedIn ? "test" : null))));
}
