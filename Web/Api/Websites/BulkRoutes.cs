using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>What can be done to one website, and to many at once.</summary>
internal static class BulkRoutes
{
    private const string Tag = "Websites";
    private const int MostAtOnce = 500;
    private const int Together = 16;

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        changing.MapPost("/websites/{id:guid}/pause", ([AsParameters] Call call, Guid id) => ActAsync(call, id, BulkAction.Pause)).WithTags(Tag).WithName("pauseWebsite")
            .WithSummary("Stops checking a website.").WithDescription("An open incident ends without an alert.");
        changing.MapPost("/websites/{id:guid}/resume", ([AsParameters] Call call, Guid id) => ActAsync(call, id, BulkAction.Resume)).WithTags(Tag).WithName("resumeWebsite")
            .WithSummary("Checks a website again that was paused.");
        changing.MapPost("/websites/{id:guid}/check", ([AsParameters] Call call, Guid id) => ActAsync(call, id, BulkAction.Check)).WithTags(Tag).WithName("checkWebsite")
            .WithSummary("Looks at a website now, and draws the same conclusions as from a check on schedule.").WithDescription("Answers after the look. A paused website is not looked at.");
        changing.MapPost("/websites/{id:guid}/trace", TraceAsync).WithTags(Tag).WithName("traceWebsite")
            .WithSummary("Looks at a website once more and tells every step; nothing is concluded or recorded.");
        changing.MapPost("/websites/actions", ActOnManyAsync).WithTags(Tag).WithName("actOnWebsites").WithSummary("Does something to all websites that match.")
            .WithDescription("At most 500 at once: `next` goes on. `dryRun` only counts.");
        looking.MapGet("/websites/count", CountAsync).WithTags(Tag).WithName("countWebsites").WithSummary("Counts the websites that match.");
    }

    private static async Task<Results<Ok<WebsiteView>, NotThere>> ActAsync(Call call, Guid id, BulkAction action)
    {
        if (await call.FindWebsiteAsync(id) is not var (grain, before) || await DoAsync(grain, action) is not { } after)
            return NotThere.Website(id.ToString());
        await call.Audit.NoteAsync(call.User, Word(action), before.Url.Text, $"of {before.Owner}");
        return TypedResults.Ok(WebsiteView.Of(after));
    }

    private static async Task<Results<Ok<TraceView>, NotThere, Clash>> TraceAsync([AsParameters] Call call, Guid id)
    {
        if (await call.FindWebsiteAsync(id) is not var (grain, _))
            return NotThere.Website(id.ToString());
        return await grain.TraceAsync() is { } trace
            ? TypedResults.Ok(TraceView.Of(trace))
            : new Clash("The website is paused: nobody looks at it. Resume it first.");
    }

    private static async Task<Results<Ok<CountView>, Refused>> CountAsync([AsParameters] Call call, [AsParameters] WebsiteFilter filter)
    {
        var mistakes = new Mistakes();
        var query = filter.Read(call, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        return TypedResults.Ok(new CountView(query is null ? 0 : await call.Grains.GetGrain<ICatalogGrain>(0).CountMatchesAsync(query)));
    }

    private static async Task<Results<Ok<BulkResult>, Refused>> ActOnManyAsync([AsParameters] Call call, BulkBody bulk)
    {
        var mistakes = new Mistakes();
        var query = bulk.Filter.Read(call, mistakes);
        if (bulk.Filter.NamesNothing && !bulk.All)
            mistakes.Add("filter", "It names nothing, and so would match every website: say \"all\": true if that is meant.");
        if (mistakes.Any)
            return new Refused(mistakes);
        if (query is null)
            return TypedResults.Ok(new BulkResult(0, 0, [], null));

        var catalog = call.Grains.GetGrain<ICatalogGrain>(0);
        var matched = await catalog.CountMatchesAsync(query);
        if (bulk.DryRun)
            return TypedResults.Ok(new BulkResult(matched, 0, [], null));

        // In the order of addresses, which no action changes: what was done stays behind, whatever it does to the filter.
        var page = await catalog.FindAsync(query with { After = bulk.After, Limit = MostAtOnce });
        var (done, failed) = await DoAllAsync(call, page.Websites, bulk.Action);
        if (done.Count > 0)
            await call.Audit.NoteAsync(call.User, Word(bulk.Action), done);
        return TypedResults.Ok(new BulkResult(matched, done.Count, failed, page.Next));
    }

    private static async Task<(List<string> Done, List<BulkFailure> Failed)> DoAllAsync(Call call, IReadOnlyList<WebsiteStatus> websites, BulkAction action)
    {
        var (done, failed) = (new List<string>(), new List<BulkFailure>());
        foreach (var some in websites.Chunk(Together))
            foreach (var (website, problem) in await Task.WhenAll(some.Select(website => TryAsync(call, website, action))))
                if (problem is null)
                    done.Add($"{website.Url} of {website.Owner}");
                else
                    failed.Add(new BulkFailure(website.Id.Value, website.Url.Text, problem));
        return (done, failed);
    }

    private static async Task<(WebsiteStatus Website, string? Problem)> TryAsync(Call call, WebsiteStatus website, BulkAction action)
    {
        try
        {
            // Whose it is was read a moment ago, and never changes: an id is made of owner and address.
            var after = await DoAsync(call.Grains.GetGrain<IWebsiteGrain>(website.Id.Value), action);
            return (website, after is null && action != BulkAction.Remove ? "It is not watched any more." : null);
        }
        catch (Exception)
        {
            return (website, "The cluster did not answer in time, or its database is away: try it again.");
        }
    }

    private static async Task<WebsiteStatus?> DoAsync(IWebsiteGrain grain, BulkAction action)
    {
        switch (action)
        {
            case BulkAction.Pause:
                return await grain.PauseAsync();
            case BulkAction.Resume:
                return await grain.ResumeAsync();
            case BulkAction.Check:
                return await grain.CheckNowAsync();
            default:
                await grain.RemoveAsync();
                return null;
        }
    }

    private static string Word(BulkAction action) => "website." + Words.Of(action);
}

/// <summary>A number of websites.</summary>
/// <param name="Count">How many.</param>
public sealed record CountView(int Count);
