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
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access.SetUp;

/// <summary><c>/setup/{token}</c>: where the link leads that a silo prints. Whoever has it becomes an administrator, once.</summary>
internal static class SetUpEndpoints
{
    private const string Route = Places.SetUp + "/{token}";

    public static void MapSetUp(this IEndpointRouteBuilder app)
    {
        app.MapGet(Route, AskAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost(Route, SetUpAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> AskAsync(string token, IGrainFactory grains, IStringLocalizer<AccessTexts> text) =>
        await grains.GetGrain<IUsersGrain>(0).IsSetUpAsync(token) ? Page.Show<SetUpPage>() : IsOver(text);

    private static async Task<IResult> SetUpAsync(
        string token, IGrainFactory grains, SignInManager<Account> signIn, Welcoming welcoming, TimeProvider clock, IStringLocalizer<AccessTexts> text,
        [FromForm] string? name, [FromForm] string? password, [FromForm] string? repeated)
    {
        var typed = name?.Trim() ?? "";
        var problem = !UserKey.IsName(typed) ? "Problem.Name"
            : await signIn.UserManager.FindByNameAsync(typed) is not null ? "Problem.NameTaken"
            : PasswordRules.FindProblem(password, repeated, typed);
        if (problem is not null)
            return Page.Show<SetUpPage>(new { Name = name, Problem = text[problem, PasswordRules.Shortest, PasswordRules.Longest].Value }, StatusCodes.Status400BadRequest);

        // Used up first: whatever happens then, nobody uses it a second time.
        if (!await grains.GetGrain<IUsersGrain>(0).TakeSetUpAsync(token))
            return IsOver(text);
        var account = new Account { Record = new User { Name = typed, Role = UserRole.Administrator, CreatedAt = clock.GetUtcNow() } };
        var result = await signIn.UserManager.CreateAsync(account, password!);
        if (!result.Succeeded)
            return Page.Show<SetUpPage>(new { Name = name, Problem = string.Join(' ', result.Errors.Select(error => error.Description)) }, StatusCodes.Status400BadRequest);
        await signIn.SignInAsync(account, isPersistent: false);
        return await welcoming.ComeInAsync(account, "set-up link", wanted: null);
    }

    private static IResult IsOver(IStringLocalizer<AccessTexts> text) => Page.Show<NoticePage>(
        new { Title = text["SetUp.OverTitle"].Value, Said = text["SetUp.Over"].Value }, StatusCodes.Status404NotFound);
}
