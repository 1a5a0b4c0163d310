using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>Where a job has to call. Whoever knows that address can say that the job is well, so all of it is for those who may change the website.</summary>
internal static class HeartbeatRoutes
{
    private const string Tag = "Heartbeats";

    public static void Map(RouteGroupBuilder changing)
    {
        changing.MapGet("/websites/{id:guid}/heartbeat", GetAsync).WithTags(Tag).WithName("getHeartbeat").WithSummary("Shows where a job has to call.")
            .WithDescription("Only for those who may change the website: the address holds a secret.");
        changing.MapPost("/websites/{id:guid}/heartbeat/renew", RenewAsync).WithTags(Tag).WithName("renewHeartbeat").WithSummary("Gives a job a new address to call.")
            .WithDescription("The old one is refused from now on.");
    }

    private static Task<Results<Ok<HeartbeatAddress>, NotThere>> GetAsync([AsParameters] Call call, Guid id) => AnswerAsync(call, id, "heartbeat.show", grain => grain.GetAddressAsync());

    private static Task<Results<Ok<HeartbeatAddress>, NotThere>> RenewAsync([AsParameters] Call call, Guid id) => AnswerAsync(call, id, "heartbeat.renew", grain => grain.RenewAsync());

    private static async Task<Results<Ok<HeartbeatAddress>, NotThere>> AnswerAsync(Call call, Guid id, string action, Func<IHeartbeatGrain, Task<string?>> askAsync)
    {
        if (await call.FindWebsiteAsync(id) is not var (_, status))
            return NotThere.Website(id.ToString());
        if (await askAsync(call.Grains.GetGrain<IHeartbeatGrain>(id)) is not { } address)
            return new NotThere($"{status.Url} is no heartbeat: only jobs, such as heartbeat://nightly-backup, have an address to call.");
        await call.Audit.NoteAsync(call.User, action, status.Url.Text, $"of {status.Owner}");
        return TypedResults.Ok(new HeartbeatAddress(address));
    }
}

/// <summary>Where a job has to call.</summary>
/// <param name="CallsTo">The address, with the secret that names the job.</param>
public sealed record HeartbeatAddress(string CallsTo);
