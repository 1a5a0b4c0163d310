using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Web.Access.Keys;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Idempotency;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.Keys;

internal static class KeyRoutes
{
    private const string Tag = "Keys and users";

    public static void Map(RouteGroupBuilder administering)
    {
        administering.MapGet("/keys", ListAsync).WithTags(Tag).WithName("listKeys").WithSummary("Lists the keys of programs, also those that have expired.");
        administering.MapPost("/keys", CreateAsync).WithTags(Tag).WithName("createKey").WithSummary("Makes a key for a program.")
            .WithDescription("The key itself is in this answer and nowhere else; so no Idempotency-Key is taken here.").WithMetadata(new SecretAnswer());
        administering.MapDelete("/keys/{id}", RevokeAsync).WithTags(Tag).WithName("revokeKey").WithSummary("Takes a key back. Every silo refuses it within 10 seconds.");
        administering.MapGet("/users", UsersAsync).WithTags(Tag).WithName("listUsers").WithSummary("Lists the people who may sign in.");
    }

    private static async Task<Ok<IReadOnlyList<KeyView>>> ListAsync(KeyDesk desk) =>
        TypedResults.Ok<IReadOnlyList<KeyView>>([.. (await desk.ListAsync()).Select(KeyView.Of)]);

    private static async Task<Results<Created<NewKeyView>, Refused, Clash>> CreateAsync([AsParameters] Call call, KeyDesk desk, KeyBody key)
    {
        var mistakes = new Mistakes();
        var owner = Texts.Owner(key.Owner, mistakes);
        var expiresAt = Moments.Within(key.ExpiresAt);
        if (!mistakes.Any && desk.FindProblem(key.Name, key.Role, owner, expiresAt) is var (field, problem))
            mistakes.Add(field, problem);
        if (mistakes.Any)
            return new Refused(mistakes);
        return await desk.CreateAsync(call.User, key.Name, key.Role, owner, expiresAt) is var (secret, made)
            ? TypedResults.Created($"{ApiRoutes.Root}/keys", new NewKeyView(secret, KeyView.Of(made)))
            : new Clash($"There are {ApiKey.MaximumKeys} keys already: revoke those that nobody uses.");
    }

    private static async Task<Results<NoContent, NotThere>> RevokeAsync([AsParameters] Call call, KeyDesk desk, string id) =>
        await desk.RevokeAsync(call.User, id) ? TypedResults.NoContent() : new NotThere($"There is no key {Quote.Of(id)}.");

    private static async Task<Ok<IReadOnlyList<UserView>>> UsersAsync([AsParameters] Call call) =>
        TypedResults.Ok<IReadOnlyList<UserView>>([.. (await call.Grains.GetGrain<IUsersGrain>(0).ListAsync()).Select(UserView.Of)]);
}
