using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Web.Access.Pages;

namespace UptimeSquirrel.Web.Access.OwnAccount;

/// <summary><c>/account</c>: what everybody who has signed in can change about the own account.</summary>
internal static class AccountEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder app) =>
        app.MapGet(Places.Account, (ClaimsPrincipal user) => Page.Show<AccountPage>(new { Name = user.Named() }));
}
