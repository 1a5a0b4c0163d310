using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Pages;

namespace UptimeSquirrel.Web.Access.Users;

/// <summary><c>/users</c>: who may sign in, and as what. For administrators.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Places.Users).RequireAuthorization(Policies.Administer);
        pages.MapGet("", async (UserDesk desk, IStringLocalizer<AccessTexts> text, [FromQuery] string? done) => await ShowAsync(desk, problem: null, text.Done(done)));
        pages.MapPost("", CreateAsync);
        pages.MapPost("/change", ChangeAsync);
        pages.MapPost("/do", DoAsync);
    }

    private static async Task<IResult> ShowAsync(UserDesk desk, string? problem, string? news = null) => Page.Show<UsersPage>(
        new { Users = await desk.ListAsync(), Problem = problem, News = news }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<IResult> CreateAsync(
        HttpContext http, UserDesk desk, IStringLocalizer<AccessTexts> text, [FromForm] string? name, [FromForm] string? role, [FromForm] string? owner)
    {
        var problem = Roles.Read(role, owner, out var read, out var only) ?? await desk.CreateAsync(http.User, name, read, only);
        if (problem is not null)
            return await ShowAsync(desk, text[problem].Value);
        return await desk.FindAsync(name) is { } account ? await ShowLinkAsync(http, desk, account) : await ShowAsync(desk, text["Problem.Gone"].Value);
    }

    private static async Task<IResult> ChangeAsync(
        ClaimsPrincipal user, UserDesk desk, IStringLocalizer<AccessTexts> text, [FromForm] string? name, [FromForm] string? role, [FromForm] string? owner)
    {
        if (await desk.FindAsync(name) is not { } account)
            return await ShowAsync(desk, text["Problem.Gone"].Value);
        return await FinishAsync(desk, text, Roles.Read(role, owner, out var read, out var only) ?? await desk.ChangeAsync(user, account, read, only), "changed");
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, UserDesk desk, IStringLocalizer<AccessTexts> text, [FromForm] string? name, [FromForm(Name = "do")] string? wanted)
    {
        if (await desk.FindAsync(name) is not { } account)
            return await ShowAsync(desk, text["Problem.Gone"].Value);
        return wanted switch
        {
            "link" => await ShowLinkAsync(http, desk, account),
            "factor" => await FinishAsync(desk, text, await desk.RemoveSecondFactorAsync(http.User, account), "changed"),
            "shut-out" => await FinishAsync(desk, text, await desk.ShutOutAsync(http.User, account, isShutOut: true), "changed"),
            "let-in" => await FinishAsync(desk, text, await desk.ShutOutAsync(http.User, account, isShutOut: false), "changed"),
            "remove" => await FinishAsync(desk, text, await desk.RemoveAsync(http.User, account), "removed"),
            _ => TypedResults.LocalRedirect(Places.Users),
        };
    }

    private static async Task<IResult> FinishAsync(UserDesk desk, IStringLocalizer<AccessTexts> text, string? problem, string done) =>
        problem is null ? TypedResults.LocalRedirect($"{Places.Users}?done={done}") : await ShowAsync(desk, text[problem].Value);

    private static async Task<IResult> ShowLinkAsync(HttpContext http, UserDesk desk, Account account) => Page.Show<LinkPage>(
        new { account.Record.Name, Link = Places.LinkTo(http.Request, await desk.InviteAsync(http.User, account)) });
}
