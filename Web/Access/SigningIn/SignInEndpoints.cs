using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Pages;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Guarding;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace UptimeSquirrel.Web.Access.SigningIn;

/// <summary><c>/sign-in</c> with a password, <c>/sign-in/code</c> with the second factor, <c>/sign-out</c>.</summary>
internal static class SignInEndpoints
{
    private const int TotpLength = 6;

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Places.SignIn, AskAsync).AllowAnonymous();
        app.MapPost(Places.SignIn, SignInAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapGet(Places.Code, AskForCodeAsync).AllowAnonymous();
        app.MapPost(Places.Code, SignInWithCodeAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost(Places.SignOut, SignOutAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, IStringLocalizer<AccessTexts> text, [FromQuery(Name = "return")] string? wanted, [FromQuery] string? done)
    {
        if (http.User.HasCookie() && !await http.RequestServices.IsStillGoodAsync(http.User))
        {
            // Ended elsewhere, and not looked at for up to a minute: whoever comes to sign in anew is not sent back with it.
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return TypedResults.LocalRedirect(Places.SignInFor(wanted));
        }

        if (http.User.Identity?.IsAuthenticated == true)
            return TypedResults.LocalRedirect(Places.Inside(wanted));
        return Page.Show<SignInPage>(new { Return = Places.Inside(wanted), News = text.Done(done) });
    }

    private static async Task<IResult> SignInAsync(
        SignInManager<Account> signIn, PasswordTimer timer, Welcoming welcoming, IStringLocalizer<AccessTexts> text,
        [FromForm] string? name, [FromForm] string? password, [FromForm] string? stay, [FromForm(Name = "return")] string? wanted)
    {
        var isStaying = stay == "true";
        var account = await signIn.UserManager.FindByNameAsync(name?.Trim() ?? "");
        var result = account is not null && password is { Length: <= PasswordRules.Longest }
            ? await signIn.PasswordSignInAsync(account, password, isStaying, lockoutOnFailure: true)
            : timer.PretendToTry(password);
        if (result.Succeeded)
            return await welcoming.ComeInAsync(account!, "password", wanted);
        if (result.RequiresTwoFactor)
            return TypedResults.LocalRedirect($"{Places.Code}?stay={(isStaying ? "true" : "false")}&return={Uri.EscapeDataString(Places.Inside(wanted))}");
        await welcoming.TurnAwayAsync(account, "password");
        return Page.Show<SignInPage>(new { Name = name, Return = Places.Inside(wanted), Problem = text["Problem.SignIn"].Value }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AskForCodeAsync(SignInManager<Account> signIn, [FromQuery(Name = "return")] string? wanted, [FromQuery] string? stay) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? TypedResults.LocalRedirect(Places.SignIn)
            : Page.Show<CodePage>(new { Return = Places.Inside(wanted), Stay = stay == "true" });

    private static async Task<IResult> SignInWithCodeAsync(
        SignInManager<Account> signIn, Welcoming welcoming, IStringLocalizer<AccessTexts> text,
        [FromForm] string? code, [FromForm] string? stay, [FromForm(Name = "return")] string? wanted)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return TypedResults.LocalRedirect(Places.SignIn);
        var typed = new string([.. (code ?? "").Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        var isTotp = typed.Length == TotpLength && typed.All(char.IsAsciiDigit);
        var result = isTotp
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: stay == "true", rememberClient: false)
            : await signIn.UserManager.IsLockedOutAsync(account) ? SignInResult.LockedOut
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        // Both have changed the user since it was read.
        var now = await signIn.UserManager.FindByIdAsync(account.Key) ?? account;
        if (result.Succeeded)
            return await welcoming.ComeInAsync(now, isTotp ? "code" : "recovery code", wanted);
        if (!isTotp)
            await signIn.UserManager.AccessFailedAsync(now);
        await welcoming.TurnAwayAsync(now, "code");
        return Page.Show<CodePage>(new { Return = Places.Inside(wanted), Stay = stay == "true", Problem = text["Problem.Code"].Value }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInManager<Account> signIn, IAudit audit, [FromForm] string? ignored)
    {
        await audit.NoteAsync(http.User, "user.sign-out", http.User.Named());
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(Places.SignIn + "?done=left");
    }
}
