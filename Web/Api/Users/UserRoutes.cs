using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Users;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Idempotency;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.Users;

internal static class UserRoutes
{
    private const string Tag = "Users";

    public static void Map(RouteGroupBuilder administering)
    {
        administering.MapGet("/users", ListAsync).WithTags(Tag).WithName("listUsers").WithSummary("Lists the people who may sign in.");
        administering.MapGet("/users/{name}", GetAsync).WithTags(Tag).WithName("getUser").WithSummary("Shows somebody who may sign in.");
        administering.MapPost("/users", InviteAsync).WithTags(Tag).WithName("inviteUser").WithSummary("Adds somebody who may sign in.")
            .WithDescription("They choose their password with the link in this answer, which is nowhere else; so no Idempotency-Key is taken here.").WithMetadata(UnkeptAnswer.Secret);
        administering.MapPut("/users/{name}", ChangeAsync).WithTags(Tag).WithName("changeUser").WithSummary("Changes what somebody may do.")
            .WithDescription("Wants the ETag as `If-Match`. Every sign-in of theirs ends within a minute.");
        administering.MapDelete("/users/{name}", RemoveAsync).WithTags(Tag).WithName("removeUser").WithSummary("Takes somebody off the list of those who may sign in, for good.");
        administering.MapPost("/users/{name}/shut-out", ShutOutAsync).WithTags(Tag).WithName("shutOutUser").WithSummary("Lets somebody in no more.")
            .WithDescription("Every sign-in of theirs ends within a minute.");
        administering.MapPost("/users/{name}/let-in", LetInAsync).WithTags(Tag).WithName("letInUser").WithSummary("Lets somebody in again who was shut out.");
        administering.MapPost("/users/{name}/password-link", LinkAsync).WithTags(Tag).WithName("makePasswordLink").WithSummary("Makes a link with which somebody chooses a new password.")
            .WithDescription("The link is in this answer and nowhere else; so no Idempotency-Key is taken here.").WithMetadata(UnkeptAnswer.Secret);
        administering.MapDelete("/users/{name}/second-factor", RemoveSecondFactorAsync).WithTags(Tag).WithName("removeSecondFactor").WithSummary("Takes away a second factor that is lost.");
    }

    private static async Task<Ok<IReadOnlyList<UserView>>> ListAsync(UserDesk desk) =>
        TypedResults.Ok<IReadOnlyList<UserView>>([.. (await desk.ListAsync()).Select(UserView.Of)]);

    private static async Task<Results<Ok<UserView>, NotThere>> GetAsync(UserDesk desk, string name, HttpResponse response) =>
        await desk.FindAsync(name) is { } account ? Show(account, response) : Unknown(name);

    private static async Task<Results<Created<NewUserView>, Refused, Clash>> InviteAsync(ClaimsPrincipal by, UserDesk desk, UserBody user, HttpRequest request)
    {
        var mistakes = new Mistakes();
        var owner = Texts.Owner(user.Owner, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (await desk.CreateAsync(by, user.Name, user.Role, owner) is { } problem)
            return FieldOf(problem) is { } field ? new Refused(field, Explain(problem)) : new Clash(Explain(problem));
        if (await desk.FindAsync(user.Name) is not { } account)
            return new Clash("Somebody removed this user in the same moment.");
        request.HttpContext.Response.Headers.ETag = ETags.Of(account.Record.Version);
        return TypedResults.Created(
            $"{ApiRoutes.Root}/users/{Uri.EscapeDataString(account.Record.Name)}",
            new NewUserView(Places.LinkTo(request, await desk.InviteAsync(by, account)), UserView.Of(account.Record)));
    }

    private static async Task<Results<Ok<UserView>, NotThere, Refused, Clash, Outdated>> ChangeAsync(ClaimsPrincipal by, UserDesk desk, string name, RightsBody rights, HttpRequest request)
    {
        if (await desk.FindAsync(name) is not { } account)
            return Unknown(name);
        if (ETags.Read(request).Refuse(ETags.Of(account.Record.Version), "user") is { } outdated)
            return outdated;
        var mistakes = new Mistakes();
        var owner = Texts.Owner(rights.Owner, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        return await desk.ChangeAsync(by, account, rights.Role, owner) switch
        {
            null => Show(account, request.HttpContext.Response),
            UserDesk.IsOutdated => Outdated.Changed("user"),
            var problem when FieldOf(problem) is { } field => new Refused(field, Explain(problem)),
            var problem => new Clash(Explain(problem)),
        };
    }

    private static async Task<Results<NoContent, NotThere, Clash>> RemoveAsync(ClaimsPrincipal by, UserDesk desk, string name) =>
        await desk.FindAsync(name) is not { } account ? Unknown(name)
        : await desk.RemoveAsync(by, account) is { } problem ? new Clash(Explain(problem))
        : TypedResults.NoContent();

    private static Task<Results<Ok<UserView>, NotThere, Clash>> ShutOutAsync(ClaimsPrincipal by, UserDesk desk, string name, HttpResponse response) =>
        DoAsync(desk, name, response, account => desk.ShutOutAsync(by, account, isShutOut: true));

    private static Task<Results<Ok<UserView>, NotThere, Clash>> LetInAsync(ClaimsPrincipal by, UserDesk desk, string name, HttpResponse response) =>
        DoAsync(desk, name, response, account => desk.ShutOutAsync(by, account, isShutOut: false));

    private static Task<Results<Ok<UserView>, NotThere, Clash>> RemoveSecondFactorAsync(ClaimsPrincipal by, UserDesk desk, string name, HttpResponse response) =>
        DoAsync(desk, name, response, account => desk.RemoveSecondFactorAsync(by, account));

    private static async Task<Results<Ok<PasswordLinkView>, NotThere>> LinkAsync(ClaimsPrincipal by, UserDesk desk, string name, HttpRequest request) =>
        await desk.FindAsync(name) is { } account ? TypedResults.Ok(new PasswordLinkView(Places.LinkTo(request, await desk.InviteAsync(by, account)))) : Unknown(name);

    private static async Task<Results<Ok<UserView>, NotThere, Clash>> DoAsync(UserDesk desk, string name, HttpResponse response, Func<Account, Task<string?>> change)
    {
        if (await desk.FindAsync(name) is not { } account)
            return Unknown(name);
        return await change(account) is { } problem ? new Clash(Explain(problem)) : Show(account, response);
    }

    private static string? FieldOf(string problem) => problem switch { UserDesk.IsNoName => "name", UserDesk.IsBound => "owner", _ => null };

    private static string Explain(string problem) => problem switch
    {
        UserDesk.IsNoName => $"That cannot be a name: expected 1 to {UserKey.LongestName} letters, digits and . - _ + @.",
        UserDesk.IsBound => "An administrator cannot be bound to one owner: expected no owner, or another role.",
        UserDesk.IsTaken => "Somebody has this name already: expected another one.",
        UserDesk.IsLast => "Nobody could administer any more: make another administrator first.",
        UserDesk.AreTooMany => $"There are {IUsersGrain.MaximumUsers} users already: remove those who do not come any more.",
        _ => "Somebody else has changed this user meanwhile: ask again.",
    };

    private static Ok<UserView> Show(Account account, HttpResponse response)
    {
        response.Headers.ETag = ETags.Of(account.Record.Version);
        return TypedResults.Ok(UserView.Of(account.Record));
    }

    private static NotThere Unknown(string name) => new($"There is no user {Quote.Of(name)}.");
}
