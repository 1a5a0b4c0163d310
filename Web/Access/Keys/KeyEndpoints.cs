using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Pages;

namespace UptimeSquirrel.Web.Access.Keys;

/// <summary><c>/keys</c>: the keys of programs. For administrators.</summary>
internal static class KeyEndpoints
{
    private const int LongestDays = 3650;

    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Places.Keys).RequireAuthorization(Policies.Administer);
        pages.MapGet("", async (KeyDesk desk, IStringLocalizer<AccessTexts> text, [FromQuery] string? done) =>
            Page.Show<KeysPage>(new { Keys = await desk.ListAsync(), News = text.Done(done) }));
        pages.MapPost("", CreateAsync);
        pages.MapPost("/revoke", RevokeAsync);
    }

    private static async Task<IResult> CreateAsync(
        ClaimsPrincipal user, KeyDesk desk, TimeProvider clock, IStringLocalizer<AccessTexts> text,
        [FromForm] string? name, [FromForm] string? role, [FromForm] string? owner, [FromForm] string? days)
    {
        var expiresAt = int.TryParse(days, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LongestDays ? clock.GetUtcNow().AddDays(number) : (DateTimeOffset?)null;
        var problem = Roles.Read(role, owner, out var read, out var only) ?? desk.FindProblem(name, read, only, expiresAt)?.Field switch { null => null, "owner" => "Problem.Owner", _ => "Problem.KeyName" };
        if (problem is null && await desk.CreateAsync(user, name!, read, only, expiresAt) is { } made)
            return Page.Show<KeysPage>(new { Keys = await desk.ListAsync(), made.Secret, SecretName = made.Key.Name });
        return Page.Show<KeysPage>(new { Keys = await desk.ListAsync(), Problem = text[problem ?? "Problem.TooManyKeys"].Value }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> RevokeAsync(ClaimsPrincipal user, KeyDesk desk, [FromForm] string? id)
    {
        await desk.RevokeAsync(user, id ?? "");
        return TypedResults.LocalRedirect(Places.Keys + "?done=revoked");
    }
}
