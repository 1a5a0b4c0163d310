using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.StatusPages;

internal static class PageRoutes
{
    private const string Tag = "Status pages";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/status-pages", ListAsync).WithTags(Tag).WithName("listStatusPages").WithSummary("Lists the status pages, by name.");
        looking.MapGet("/status-pages/{slug}", GetAsync).WithTags(Tag).WithName("getStatusPage").WithSummary("Shows what a status page is made of.");
        changing.MapPost("/status-pages", CreateAsync).WithTags(Tag).WithName("createStatusPage").WithSummary("Makes a status page.");
        changing.MapPut("/status-pages/{slug}", ChangeAsync).WithTags(Tag).WithName("changeStatusPage").WithSummary("Puts other settings in place of those a status page has.")
            .WithDescription("Wants the ETag as `If-Match`. Visitors see it within about 10 seconds.");
        changing.MapDelete("/status-pages/{slug}", RemoveAsync).WithTags(Tag).WithName("removeStatusPage").WithSummary("Takes a status page away, for good, with all that was announced on it.");
        changing.MapPut("/status-pages/{slug}/password", SetPasswordAsync).WithTags(Tag).WithName("setStatusPagePassword").WithSummary("Asks visitors for a password from now on, or for none.");
        changing.MapPost("/status-pages/{slug}/announcements", AnnounceAsync).WithTags(Tag).WithName("announce").WithSummary("Says something on a status page.");
        changing.MapPost("/status-pages/{slug}/announcements/{id}/updates", UpdateAsync).WithTags(Tag).WithName("updateAnnouncement").WithSummary("Says more under an announcement, or that what it is about is over.");
        changing.MapDelete("/status-pages/{slug}/announcements/{id}", RemoveAnnouncementAsync).WithTags(Tag).WithName("removeAnnouncement").WithSummary("Takes an announcement off a status page, for good.");
    }

    private static async Task<Ok<IReadOnlyList<PageItem>>> ListAsync([AsParameters] Call call) => TypedResults.Ok<IReadOnlyList<PageItem>>(
        [.. (await call.Grains.GetGrain<IStatusPagesGrain>(0).ListAsync()).Where(page => call.User.MaySee(page.Owner)).Select(PageItem.Of)]);

    private static async Task<Results<Ok<PageView>, NotThere>> GetAsync([AsParameters] Call call, string slug, HttpResponse response) =>
        await FindAsync(call, slug) is var (_, page) ? Show(page, response) : Unknown(slug);

    private static async Task<Results<Created<PageView>, NotThere, Refused, Clash>> CreateAsync([AsParameters] Call call, PageBody body, HttpResponse response)
    {
        var mistakes = new Mistakes();
        var settings = Own(call, body.Read(mistakes));
        var slug = Texts.Read<StatusPageSlug>(body.Slug, mistakes, "slug", StatusPageSlug.TryParse);
        CheckDomain(call, settings.Domain, before: null, mistakes);
        if (mistakes.Any || slug is null)
            return new Refused(mistakes);
        if (!call.User.MaySee(settings.Owner))
            return NotThere.Owner(settings.Owner?.Text ?? "");
        var answer = await call.Grains.GetGrain<IStatusPageGrain>(slug.GrainKey).CreateAsync(settings);
        if (answer.Outcome == StatusPageOutcome.Exists)
            return new Clash($"There is a status page '{slug}' already.");
        if (answer.Page is not { } page || answer.Outcome != StatusPageOutcome.Done)
            return Refuse(answer);
        await call.Audit.NoteAsync(call.User, "status-page.create", slug.Text);
        response.Headers.ETag = ETags.Of(page.Version);
        return TypedResults.Created($"{ApiRoutes.Root}/status-pages/{slug}", PageView.Of(page));
    }

    private static async Task<Results<Ok<PageView>, NotThere, Refused, Outdated>> ChangeAsync([AsParameters] Call call, string slug, PageSettings body, HttpRequest request)
    {
        if (await FindAsync(call, slug) is not var (grain, before))
            return Unknown(slug);
        var match = ETags.Read(request);
        if (match.Refuse(ETags.Of(before.Version), "status page") is { } outdated)
            return outdated;
        var mistakes = new Mistakes();
        var settings = Own(call, body.Read(mistakes));
        CheckDomain(call, settings.Domain, before.Settings.Domain, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (!call.User.MaySee(settings.Owner))
            return NotThere.Owner(settings.Owner?.Text ?? "");
        var answer = await grain.ChangeAsync(settings, match.IsAny ? null : before.Version);
        if (answer.Outcome == StatusPageOutcome.Outdated)
            return Outdated.Changed("status page");
        if (answer.Outcome == StatusPageOutcome.Refused)
            return Refuse(answer);
        if (answer.Outcome != StatusPageOutcome.Done || answer.Page is not { } page)
            return Unknown(slug);
        await call.Audit.NoteAsync(call.User, "status-page.change", slug);
        return Show(page, request.HttpContext.Response);
    }

    private static async Task<Results<NoContent, NotThere>> RemoveAsync([AsParameters] Call call, string slug)
    {
        if (await FindAsync(call, slug) is not var (grain, _) || !await grain.RemoveAsync())
            return Unknown(slug);
        await call.Audit.NoteAsync(call.User, "status-page.remove", slug);
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<PageView>, NotThere, Refused>> SetPasswordAsync([AsParameters] Call call, string slug, PasswordBody body, HttpResponse response) =>
        DoAsync(call, slug, response, "status-page.password", grain => grain.SetPasswordAsync(body.Password));

    private static Task<Results<Ok<PageView>, NotThere, Refused>> AnnounceAsync([AsParameters] Call call, string slug, AnnouncementBody body, HttpResponse response) =>
        DoAsync(call, slug, response, "status-page.announce", grain => grain.AnnounceAsync(new NewAnnouncement
        {
            Id = Guid.NewGuid().ToString("N"),
            Kind = body.Kind,
            Title = body.Title,
            Text = body.Text,
            From = Moments.Within(body.From),
            To = Moments.Within(body.To),
        }));

    private static Task<Results<Ok<PageView>, NotThere, Refused>> UpdateAsync([AsParameters] Call call, string slug, string id, UpdateBody body, HttpResponse response) =>
        DoAsync(call, slug, response, "status-page.update", grain => grain.UpdateAsync(id, body.Text, body.Resolves));

    private static Task<Results<Ok<PageView>, NotThere, Refused>> RemoveAnnouncementAsync([AsParameters] Call call, string slug, string id, HttpResponse response) =>
        DoAsync(call, slug, response, "status-page.take-back", grain => grain.RemoveAnnouncementAsync(id));

    private static async Task<Results<Ok<PageView>, NotThere, Refused>> DoAsync(
        Call call, string slug, HttpResponse response, string what, Func<IStatusPageGrain, Task<StatusPageAnswer>> change)
    {
        if (await FindAsync(call, slug) is not var (grain, _))
            return Unknown(slug);
        var answer = await change(grain);
        if (answer.Outcome == StatusPageOutcome.Refused)
            return Refuse(answer);
        if (answer.Outcome != StatusPageOutcome.Done || answer.Page is not { } page)
            return new NotThere($"There is no status page {Quote.Of(slug)}, or no such announcement on it.");
        await call.Audit.NoteAsync(call.User, what, slug);
        return Show(page, response);
    }

    private static async Task<(IStatusPageGrain Grain, StatusPage Page)?> FindAsync(Call call, string text)
    {
        if (!StatusPageSlug.TryParse(text, out var slug, out _))
            return null;
        var grain = call.Grains.GetGrain<IStatusPageGrain>(slug.GrainKey);
        return await grain.GetAsync() is { } page && call.User.MaySee(page.Settings.Owner) ? (grain, page) : null;
    }

    // At its domain a page stands in the place of everything else: that is for those who see the whole installation.
    private static void CheckDomain(Call call, string? domain, string? before, Mistakes mistakes)
    {
        if (call.User.OnlyOwner() is { } owner && domain is not null && domain != before)
            mistakes.Add("domain", $"You see what is '{owner}'s only, and a domain is the whole installation's: ask somebody who sees all of it.");
    }

    private static StatusPageSettings Own(Call call, StatusPageSettings settings) => settings with { Owner = settings.Owner ?? call.User.OnlyOwner() };

    private static Ok<PageView> Show(StatusPage page, HttpResponse response)
    {
        response.Headers.ETag = ETags.Of(page.Version);
        return TypedResults.Ok(PageView.Of(page));
    }

    private static Refused Refuse(StatusPageAnswer answer)
    {
        var mistakes = new Mistakes();
        foreach (var problem in answer.Problems)
            mistakes.Add(problem.Field, problem.Message);
        return new Refused(mistakes);
    }

    private static NotThere Unknown(string slug) => new($"There is no status page {Quote.Of(slug)}.");
}
