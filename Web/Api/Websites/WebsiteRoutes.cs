using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

internal static class WebsiteRoutes
{
    private const string Tag = "Websites";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/websites", ListAsync).WithTags(Tag).WithName("listWebsites").WithSummary("Lists websites.")
            .WithDescription("As of about a second ago. Sorted by address unless asked otherwise: `worst` (what is down first), `name`, `address`, `since`, `lastCheck`.");
        looking.MapGet("/websites/summary", SummarizeAsync).WithTags(Tag).WithName("summarizeWebsites").WithSummary("Counts websites by standing.");
        looking.MapGet("/websites/{id:guid}", GetAsync).WithTags(Tag).WithName("getWebsite").WithSummary("Shows a website.")
            .WithDescription("From the memory of the silo that watches it. The `ETag` names the version of its settings, which checks do not change.");
        looking.MapGet("/tags", ListTagsAsync).WithTags(Tag).WithName("listTags").WithSummary("Lists the tags in use, the most used first; at most 1,000.");
        changing.MapPost("/websites", CreateAsync).WithTags(Tag).WithName("createWebsite").WithSummary("Starts watching a website.")
            .WithDescription("When this answers, the website is checked even if every silo restarts. The first check follows within one interval.");
        changing.MapPatch("/websites/{id:guid}", ChangeAsync).WithTags(Tag).WithName("changeWebsite").WithSummary("Changes how a website is watched.")
            .WithDescription("Only what is sent is changed. Wants the ETag as `If-Match`.");
        changing.MapDelete("/websites/{id:guid}", RemoveAsync).WithTags(Tag).WithName("removeWebsite").WithSummary("Stops watching a website for good and forgets its history.");
    }

    private static async Task<Results<Ok<Page<WebsiteView>>, Refused>> ListAsync(
        [AsParameters] Call call, [AsParameters] WebsiteFilter filter,
        [Description("What comes first: worst, name, address, since or lastCheck.")] string? sort = null,
        [Description("Turns the order round.")] bool reverse = false,
        [Description("The `next` of the page before.")] string? after = null,
        [Description("How many at most: 1 to 1,000.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var order = Texts.Word<CatalogOrder>(sort, mistakes, "sort") ?? CatalogOrder.Address;
        var many = Texts.Limit(limit, CatalogQuery.MaximumLimit, mistakes);
        var query = filter.Read(call, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (query is null)
            return TypedResults.Ok(new Page<WebsiteView>([], null));
        var page = await call.Grains.GetGrain<ICatalogGrain>(0).FindAsync(query with { Order = order, IsReversed = reverse, After = after, Limit = many });
        return TypedResults.Ok(new Page<WebsiteView>([.. page.Websites.Select(WebsiteView.Of)], page.Next));
    }

    private static async Task<Results<Ok<StandingCounts>, Refused>> SummarizeAsync([AsParameters] Call call, [Description("Only this owner's.")] string? owner = null)
    {
        var mistakes = new Mistakes();
        var asked = Texts.Owner(owner, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        return TypedResults.Ok(call.TryNarrow(asked, out var only)
            ? await call.Grains.GetGrain<ICatalogGrain>(0).CountAsync(only)
            : new StandingCounts(0, 0, 0, 0, 0));
    }

    private static async Task<Results<Ok<IReadOnlyList<TagCount>>, Refused>> ListTagsAsync([AsParameters] Call call, [Description("Only this owner's.")] string? owner = null)
    {
        var mistakes = new Mistakes();
        var asked = Texts.Owner(owner, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        return TypedResults.Ok(call.TryNarrow(asked, out var only) ? await call.Grains.GetGrain<ICatalogGrain>(0).ListTagsAsync(only) : []);
    }

    private static async Task<Results<Ok<WebsiteView>, NotThere>> GetAsync([AsParameters] Call call, Guid id, HttpResponse response) =>
        await call.FindWebsiteAsync(id) is var (_, status) ? Show(status, response) : NotThere.Website(id.ToString());

    private static async Task<Results<Created<WebsiteView>, Refused, NotThere, Clash>> CreateAsync([AsParameters] Call call, WebsiteBody website, HttpResponse response)
    {
        var mistakes = new Mistakes();
        var url = Texts.Url(website.Url, mistakes);
        var owner = website.Owner is null ? call.User.OnlyOwner() ?? OwnerId.Default : Texts.Owner(website.Owner, mistakes);
        var changes = SettingsReader.Read(website, mistakes);
        if (mistakes.Any || url is null || owner is null)
            return new Refused(mistakes);
        if (!call.User.MaySee(owner))
            return NotThere.Owner(owner.Text);

        var id = WebsiteId.From(owner, url);
        var grain = call.Grains.GetGrain<IWebsiteGrain>(id.Value);
        var result = await grain.RegisterAsync(owner, url, changes with { OnlyIfNew = true });
        if (result.Outcome == RegistrationOutcome.Outdated)
            return new Clash($"{url} is watched for {owner} already. Change it with PATCH {ApiRoutes.Root}/websites/{id}.");
        if (result.Outcome == RegistrationOutcome.Refused)
        {
            SettingsReader.AddTo(mistakes, result.Problems);
            return new Refused(mistakes);
        }

        await call.Audit.NoteAsync(call.User, "website.add", url.Text, $"for {owner}");
        if (await grain.GetStatusAsync() is not { } status)
            return NotThere.Website(id.ToString());      // removed by somebody in the same moment
        response.Headers.ETag = ETags.Of(status.Revision);
        return TypedResults.Created($"{ApiRoutes.Root}/websites/{id}", WebsiteView.Of(status));
    }

    private static async Task<Results<Ok<WebsiteView>, Refused, NotThere, Outdated>> ChangeAsync(
        [AsParameters] Call call, Guid id, ChangeBody changes, HttpRequest request)
    {
        if (await call.FindWebsiteAsync(id) is not var (grain, before))
            return NotThere.Website(id.ToString());
        var match = ETags.Read(request);
        if (match.Refuse(ETags.Of(before.Revision), "website") is { } outdated)
            return outdated;

        var mistakes = new Mistakes();
        var wanted = SettingsReader.Read(changes, mistakes, changes.Unset);
        if (mistakes.Any)
            return new Refused(mistakes);
        var result = await grain.RegisterAsync(before.Owner, before.Url, wanted with { IfRevision = match.IsAny ? null : before.Revision, OnlyIfKnown = true });
        if (result.Outcome is RegistrationOutcome.Outdated)
            return Outdated.Changed("website");
        SettingsReader.AddTo(mistakes, result.Problems);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (result.Outcome == RegistrationOutcome.Changed)
            await call.Audit.NoteAsync(call.User, "website.change", before.Url.Text, $"for {before.Owner}: {string.Join(", ", SettingsReader.FieldsOf(changes))}");
        return await grain.GetStatusAsync() is { } status ? Show(status, request.HttpContext.Response) : NotThere.Website(id.ToString());
    }

    private static async Task<Results<NoContent, NotThere, Outdated>> RemoveAsync([AsParameters] Call call, Guid id, HttpRequest request)
    {
        if (await call.FindWebsiteAsync(id) is not var (grain, status))
            return NotThere.Website(id.ToString());
        var match = ETags.Read(request);
        if (match.IsSaid && !match.Means(ETags.Of(status.Revision)))
            return Outdated.Changed("website");
        await grain.RemoveAsync();
        await call.Audit.NoteAsync(call.User, "website.remove", status.Url.Text, $"of {status.Owner}");
        return TypedResults.NoContent();
    }

    private static Ok<WebsiteView> Show(WebsiteStatus status, HttpResponse response)
    {
        response.Headers.ETag = ETags.Of(status.Revision);
        return TypedResults.Ok(WebsiteView.Of(status));
    }
}
