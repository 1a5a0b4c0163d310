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

/// <summary><c>/account</c>: what everybody who has signed in can change about the own account.</summary>
internal static class AccountEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder app)
    {
        app.MapGet(Places.Account, ShowAsync);
        app.MapPost("/account/password", ChangePasswordAsync).RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost("/account/elsewhere", SignOutElsewhereAsync);
        app.MapSecondFactor();
    }

    /// <summary>The page of whoever asks, with what went wrong.</summary>
    public static async Task<IResult> ShowProblemAsync(SignInManager<Account> signIn, Account account, string problem) =>
        Page.Show<AccountPage>(await DescribeAsync(signIn, account, problem, news: null), StatusCodes.Status400BadRequest);

    private static async Task<IResult> ShowAsync(ClaimsPrincipal user, SignInManager<Account> signIn, IStringLocalizer<AccessTexts> text, [FromQuery] string? done) =>
        await signIn.UserManager.GetUserAsync(user) is { } account
            ? Page.Show<AccountPage>(await DescribeAsync(signIn, account, problem: null, text.Done(done)))
            : Page.Show<AccountPage>(new { Name = user.Named(), IsProgram = true, Role = user.FindFirstValue(ClaimTypes.Role), Owner = user.OnlyOwner()?.Text });

    private static async Task<Dictionary<string, object?>> DescribeAsync(SignInManager<Account> signIn, Account account, string? problem, string? news) => new()
    {
        [nameof(AccountPage.Name)] = account.Record.Name,
        [nameof(AccountPage.Role)] = account.Record.Role.Spell(),
        [nameof(AccountPage.Owner)] = account.Record.Owner?.Text,
        [nameof(AccountPage.HasPassword)] = account.Record.PasswordHash is not null,
        [nameof(AccountPage.HasSecondFactor)] = account.Record.HasSecondFactor,
        [nameof(AccountPage.Passkeys)] = account.Record.Passkeys,
        [nameof(AccountPage.CodesLeft)] = await signIn.UserManager.CountRecoveryCodesAsync(account),
        [nameof(AccountPage.Problem)] = problem,
        [nameof(AccountPage.News)] = news,
    };

    private static async Task<IResult> ChangePasswordAsync(
        ClaimsPrincipal user, SignInManager<Account> signIn, IAudit audit, IStringLocalizer<AccessTexts> text,
        [FromForm] string? current, [FromForm] string? password, [FromForm] string? repeated)
    {
        if (await signIn.UserManager.GetUserAsync(user) is not { } account)
            return TypedResults.LocalRedirect(Places.SignIn);
        if (PasswordRules.FindProblem(password, repeated, account.Record.Name) is { } problem)
            return await ShowProblemAsync(signIn, account, text[problem, PasswordRules.Shortest, PasswordRules.Longest].Value);
        if (!await signIn.IsCurrentPasswordAsync(account, current) || !(await signIn.UserManager.ChangePasswordAsync(account, current!, password!)).Succeeded)
            return await ShowProblemAsync(signIn, account, text["Problem.Current"].Value);
        await signIn.RefreshSignInAsync(account);
        await audit.NoteAsync(user, "user.change-password", account.Record.Name);
        return TypedResults.LocalRedirect(Places.Account + "?done=password");
    }

    private static async Task<IResult> SignOutElsewhereAsync(
        ClaimsPrincipal user, SignInManager<Account> signIn, IAudit audit, IStringLocalizer<AccessTexts> text, [FromForm] string? ignored)
    {
        if (await signIn.UserManager.GetUserAsync(user) is not { } account)
            return TypedResults.LocalRedirect(Places.SignIn);
        if (!(await signIn.UserManager.UpdateSecurityStampAsync(account)).Succeeded)
            return await ShowProblemAsync(signIn, account, text["Problem.Outdated"].Value);
        await signIn.RefreshSignInAsync(account);
        await audit.NoteAsync(user, "user.sign-out-elsewhere", account.Record.Name);
        return TypedResults.LocalRedirect(Places.Account + "?done=elsewhere");
    }
}
