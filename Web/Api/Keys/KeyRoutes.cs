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
    private const string Tag = "Keys";

    public static void Map(RouteGroupBuilder administering)
    {
        administering.MapGet("/keys", ListAsync).WithTags(Tag).WithName("listKeys").WithSummary("Lists the keys of programs, also those that have expired.");
        administering.MapPost("/keys", CreateAsync).WithTags(Tag).WithName("createKey").WithSummary("Makes a key for a program.")
            .WithDescription("The key itself is in this answer and nowhere else; so no Idempotency-Key is taken here.").WithMetadata(UnkeptAnswer.Secret);
        administering.MapGet("/keys/{id}", GetAsync).WithTags(Tag).WithName("getKey").WithSummary("Shows what is known of a key.");
        administering.MapPut("/keys/{id}", ChangeAsync).WithTags(Tag).WithName("changeKey").WithSummary("Gives a key another name and another end.")
            .WithDescription("What it may do stays: for that, make another key.");
        administering.MapDelete("/keys/{id}", RevokeAsync).WithTags(Tag).WithName("revokeKey").WithSummary("Takes a key back. Every silo refuses it within 10 seconds.");
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
            ? TypedResults.Created($"{ApiRoutes.Root}/keys/{made.Id}", new NewKeyView(secret, KeyView.Of(made)))
            : new Clash($"There are {ApiKey.MaximumKeys} keys already: revoke those that nobody uses.");
    }

    private static async Task<Results<Ok<KeyView>, NotThere>> GetAsync(KeyDesk desk, string id) =>
        await desk.FindAsync(id) is { } key ? TypedResults.Ok(KeyView.Of(key)) : Unknown(id);

    private static async Task<Results<Ok<KeyView>, NotThere, Refused>> ChangeAsync([AsParameters] Call call, KeyDesk desk, string id, KeyChangeBody change)
    {
        if (await desk.FindAsync(id) is not { } before)
            return Unknown(id);
        var expiresAt = Moments.Within(change.ExpiresAt);
        if (desk.FindProblem(change.Name, before.Role, before.Owner, expiresAt) is var (field, problem))
            return new Refused(field, problem);
        return await desk.ChangeAsync(call.User, id, change.Name, expiresAt) is { } key ? TypedResults.Ok(KeyView.Of(key)) : Unknown(id);
    }

    private static async Task<Results<NoContent, NotThere>> RevokeAsync([AsParameters] Call call, KeyDesk desk, string id) =>
        await desk.RevokeAsync(call.User, id) ? TypedResults.NoContent() : Unknown(id);

    private static NotThere Unknown(string id) => new($"There is no key {Quote.Of(id)}.");
}
