using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Pages;
using UptimeSquirrel.Web.Access.SigningIn;
using UptimeSquirrel.Web.Access.Users;

namespace UptimeSquirrel.Web.Access.Elsewhere;

/// <summary>Signing in with an account of an organisation: to its provider, and back.</summary>
internal static class ElsewhereEndpoints
{
    public const string Go = "/sign-in/elsewhere";
    private const string Back = "/sign-in/elsewhere/back";

    public static void MapElsewhere(this IEndpointRouteBuilder app)
    {
        app.MapGet(Go, ([FromQuery(Name = "return")] string? wanted) => TypedResults.Challenge(
            new AuthenticationProperties { RedirectUri = $"{Back}?return={Uri.EscapeDataString(Places.Inside(wanted))}" }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
        app.MapGet(Back, ComeBackAsync).AllowAnonymous();
    }

    private static async Task<IResult> ComeBackAsync(
        HttpContext http, SignInManager<Account> signIn, UserDesk desk, IGrainFactory grains, Welcoming welcoming, OpenIdOptions options, TimeProvider clock,
        IStringLocalizer<AccessTexts> text, [FromQuery(Name = "return")] string? wanted)
    {
        var came = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (came.Principal is not { } elsewhere || ElsewhereRules.LoginOf(elsewhere) is not { } login)
            return TypedResults.LocalRedirect(Places.SignIn);
        if (ElsewhereRules.RoleOf(elsewhere, options) is not { } role)
            return Refuse(text["Problem.Elsewhere"].Value);
        var account = await grains.GetGrain<IUsersGrain>(0).FindByLoginAsync(login) is { } key ? await signIn.UserManager.FindByIdAsync(key) : null;
        if (account is null)
        {
            if (ElsewhereRules.NameOf(elsewhere) is not { } name)
                return Refuse(text["Problem.Name"].Value);
            account = new Account { Record = new User { Name = name, Role = role, Logins = [login], CreatedAt = clock.GetUtcNow() } };
            if (!(await signIn.UserManager.CreateAsync(account)).Succeeded)
                return Refuse(text["Problem.NameTaken"].Value);
        }

        if (await signIn.UserManager.IsLockedOutAsync(account))
        {
            await welcoming.TurnAwayAsync(account, "single sign-on");
            return Refuse(text["Problem.Elsewhere"].Value);
        }

        // The organisation says each time what somebody may do.
        if (role != account.Record.Role &&
            await desk.ChangeAsync(Caller.OfName(account.Record.Name), account, role, role == UserRole.Administrator ? null : account.Record.Owner) is { } problem)
            return Refuse(text[problem].Value);
        await signIn.SignInAsync(account, isPersistent: false, "single sign-on");
        return await welcoming.ComeInAsync(account, "single sign-on", wanted);
    }

    private static IResult Refuse(string problem) => Page.Show<SignInPage>(new { Problem = problem }, StatusCodes.Status403Forbidden);
}
