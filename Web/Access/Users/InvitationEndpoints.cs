using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Pages;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access.Users;

/// <summary><c>/invitation</c>: where a link leads with which somebody chooses a password.</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapGet(Places.Invitation, AskAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost(Places.Invitation, AcceptAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> AskAsync(UserDesk desk, IStringLocalizer<AccessTexts> text, [FromQuery] string? name, [FromQuery] string? token) =>
        await FindAsync(desk, name, token) is { } account ? Page.Show<InvitationPage>(new { account.Record.Name, Token = token }) : IsOver(text);

    private static async Task<IResult> AcceptAsync(
        UserDesk desk, IStringLocalizer<AccessTexts> text, [FromForm] string? name, [FromForm] string? token, [FromForm] string? password, [FromForm] string? repeated)
    {
        if (await FindAsync(desk, name, token) is not { } account)
            return IsOver(text);
        if (PasswordRules.FindProblem(password, repeated, account.Record.Name) is { } problem)
            return Page.Show<InvitationPage>(
                new { account.Record.Name, Token = token, Problem = text[problem, PasswordRules.Shortest, PasswordRules.Longest].Value }, StatusCodes.Status400BadRequest);
        return await desk.AcceptAsync(account, token!, password!) ? TypedResults.LocalRedirect(Places.SignIn + "?done=chosen") : IsOver(text);
    }

    // Whether the name or the token is wrong is not told.
    private static async Task<Account?> FindAsync(UserDesk desk, string? name, string? token) =>
        token is { Length: > 0 and < 2000 } && await desk.FindAsync(name) is { } account && await desk.IsInvitedAsync(account, token) ? account : null;

    private static IResult IsOver(IStringLocalizer<AccessTexts> text) => Page.Show<NoticePage>(
        new { Title = text["Invitation.OverTitle"].Value, Said = text["Invitation.Over"].Value }, StatusCodes.Status404NotFound);
}
