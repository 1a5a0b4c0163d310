using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Answers;

namespace UptimeSquirrel.Web.Api.Owners;

internal static class TemplateRoutes
{
    private const string Tag = "Templates";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/owners/{owner}/templates", ListAsync).WithTags(Tag).WithName("listTemplates").WithSummary("Lists how an owner's messages read where that is not as usual.");
        looking.MapGet("/owners/{owner}/templates/{kind}", GetAsync).WithTags(Tag).WithName("getTemplate").WithSummary("Shows how an owner's messages over one kind of channel read.");
        changing.MapPut("/owners/{owner}/templates/{kind}", SetAsync).WithTags(Tag).WithName("setTemplate").WithSummary("Says how an owner's messages over one kind of channel are to read.")
            .WithDescription("In the Liquid language, in place of whatever was said before. What is left out reads as usual.");
        changing.MapPost("/owners/{owner}/templates/{kind}/preview", PreviewAsync).WithTags(Tag).WithName("previewTemplate").WithSummary("Shows how messages would read.")
            .WithDescription("Nothing is sent and nothing is changed. With neither `subject` nor `body` the template that is set is tried, or the usual words when none is.");
        changing.MapDelete("/owners/{owner}/templates/{kind}", RemoveAsync).WithTags(Tag).WithName("removeTemplate").WithSummary("Has an owner's messages over one kind of channel read as usual again.");
    }

    private static async Task<Results<Ok<IReadOnlyList<TemplateView>>, NotThere>> ListAsync([AsParameters] Call call, string owner) =>
        call.FindOwner(owner) is var (grain, _)
            ? TypedResults.Ok<IReadOnlyList<TemplateView>>([.. (await grain.GetStatusAsync()).Templates.Select(TemplateView.Of)])
            : NotThere.Owner(owner);

    private static async Task<Results<Ok<TemplateView>, NotThere>> GetAsync([AsParameters] Call call, string owner, string kind)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        return (await grain.GetStatusAsync()).Templates.FirstOrDefault(one => one.Kind == kind) is { } found ? TypedResults.Ok(TemplateView.Of(found)) : Unknown(id, kind);
    }

    private static async Task<Results<Ok<TemplateView>, NotThere, Refused>> SetAsync([AsParameters] Call call, string owner, string kind, TemplateBody template)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        var change = await grain.SetTemplateAsync(kind, template.Subject, template.Body);
        if (change.Template is not { } set)
            return Wrong(change.Problems);
        await call.Audit.NoteAsync(call.User, "template.set", $"{id} {set.Kind}");
        return TypedResults.Ok(TemplateView.Of(set));
    }

    private static async Task<Results<Ok<IReadOnlyList<PreviewView>>, NotThere, Refused>> PreviewAsync([AsParameters] Call call, string owner, string kind, TemplateBody template)
    {
        if (call.FindOwner(owner) is not var (grain, _))
            return NotThere.Owner(owner);
        var test = await grain.TestTemplateAsync(kind, template.Subject, template.Body);
        return test.Problems.Count > 0
            ? Wrong(test.Problems)
            : TypedResults.Ok<IReadOnlyList<PreviewView>>([.. test.Previews.Select(preview => new PreviewView(preview.Occasion, preview.Subject, preview.Body))]);
    }

    private static async Task<Results<NoContent, NotThere>> RemoveAsync([AsParameters] Call call, string owner, string kind)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        if (await grain.RemoveTemplateAsync(kind) is null)
            return Unknown(id, kind);
        await call.Audit.NoteAsync(call.User, "template.remove", $"{id} {kind}");
        return TypedResults.NoContent();
    }

    private static Refused Wrong(IReadOnlyList<string> problems) => new(new Mistakes { { "template", problems } });

    private static NotThere Unknown(OwnerId owner, string kind) => new($"{owner} has no template for {Quote.Of(kind)}.");
}

/// <summary>How messages are to read, in the Liquid language.</summary>
/// <param name="Subject">The template of the subject; null = the usual one.</param>
/// <param name="Body">The template of the rest; null = the usual one.</param>
public sealed record TemplateBody(string? Subject = null, string? Body = null);

/// <summary>How an owner's messages over one kind of channel read.</summary>
/// <param name="Kind">The kind of channel.</param>
/// <param name="Subject">The template of the subject; null = the usual one.</param>
/// <param name="Body">The template of the rest; null = the usual one.</param>
/// <param name="Failure">Why it could not be used when that last happened, so that the usual words were sent; null when it always could.</param>
/// <param name="FailedAt">When that was.</param>
public sealed record TemplateView(string Kind, string? Subject, string? Body, string? Failure, DateTimeOffset? FailedAt)
{
    internal static TemplateView Of(OwnerTemplate template) => new(template.Kind, template.Subject, template.Body, template.Failure, template.FailedAt);
}

/// <summary>How one message would read.</summary>
/// <param name="Occasion">What it is about: an outage, its end, several alerts together, or a test.</param>
/// <param name="Subject">What stands first.</param>
/// <param name="Body">The rest, as text with line breaks.</param>
public sealed record PreviewView(string Occasion, string Subject, string Body);
