using System.Security.Claims;
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

namespace UptimeSquirrel.Web.Access.OwnAccount;

/// <summary>Turns the second factor of one's own account on and off.</summary>
internal static class SecondFactorEndpoints
{
    private const int RecoveryCodes = 10;

    public static void MapSecondFactor(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/second-factor/begin", BeginAsync);
        app.MapGet(Places.SecondFactor, AskAsync);
        app.MapPost(Places.SecondFactor, FinishAsync).RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost("/account/second-factor/off", StopOrRenewAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> BeginAsync(ClaimsPrincipal user, SignInManager<Account> signIn, [FromForm] string? ignored)
    {
        if (await signIn.UserManager.GetUserAsync(user) is not { Record.HasSecondFactor: false } account)
            return TypedResults.LocalRedirect(Places.Account);
        await signIn.UserManager.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return TypedResults.LocalRedirect(Places.SecondFactor);
    }

    private static async Task<IResult> AskAsync(ClaimsPrincipal user, UserManager<Account> users) =>
        await users.GetUserAsync(user) is { Record.HasSecondFactor: false } account && await users.GetAuthenticatorKeyAsync(account) is { } key
            ? Show(account, key)
            : TypedResults.LocalRedirect(Places.Account);

    private static async Task<IResult> FinishAsync(
        ClaimsPrincipal user, SignInManager<Account> signIn, IAudit audit, IStringLocalizer<AccessTexts> text, [FromForm] string? code)
    {
        var users = signIn.UserManager;
        if (await users.GetUserAsync(user) is not { Record.HasSecondFactor: false } account || await users.GetAuthenticatorKeyAsync(account) is not { } key)
            return TypedResults.LocalRedirect(Places.Account);
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, typed))
            return Show(account, key, text["Problem.Code"].Value);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? [];
        await signIn.RefreshSignInAsync(account);
        await audit.NoteAsync(user, "user.second-factor-on", account.Record.Name);
        return Page.Show<CodesPage>(new { Codes = (IReadOnlyList<string>)[.. codes] });
    }

    private static async Task<IResult> StopOrRenewAsync(
        ClaimsPrincipal user, SignInManager<Account> signIn, IAudit audit, IStringLocalizer<AccessTexts> text, [FromForm] string? current, [FromForm(Name = "do")] string? wanted)
    {
        var users = signIn.UserManager;
        if (await users.GetUserAsync(user) is not { Record.HasSecondFactor: true } account)
            return TypedResults.LocalRedirect(Places.Account);
        if (!await signIn.IsCurrentPasswordAsync(account, current))
            return await AccountEndpoints.ShowProblemAsync(signIn, account, text["Problem.Current"].Value);
        if (wanted == "codes")
        {
            var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? [];
            await audit.NoteAsync(user, "user.new-recovery-codes", account.Record.Name);
            return Page.Show<CodesPage>(new { Codes = (IReadOnlyList<string>)[.. codes] });
        }

        await users.RemoveSecondFactorAsync(account);
        await signIn.RefreshSignInAsync(account);
        await audit.NoteAsync(user, "user.second-factor-off", account.Record.Name);
        return TypedResults.LocalRedirect(Places.Account + "?done=factor-off");
    }

    private static IResult Show(Account account, string key, string? problem = null) => Page.Show<SecondFactorPage>(
        new { Key = AuthenticatorText.Grouped(key), Picture = AuthenticatorText.Picture(account.Record.Name, key), Problem = problem },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
