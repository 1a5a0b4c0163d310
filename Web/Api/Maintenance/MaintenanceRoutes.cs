using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.Maintenance;

internal static class MaintenanceRoutes
{
    private const string Tag = "Maintenance";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/owners/{owner}/maintenance", ListAsync).WithTags(Tag).WithName("listMaintenance").WithSummary("Lists an owner's maintenance windows that are not over.");
        looking.MapGet("/owners/{owner}/maintenance/{id}", GetAsync).WithTags(Tag).WithName("getMaintenance").WithSummary("Shows a maintenance window that is not over.");
        changing.MapPost("/owners/{owner}/maintenance", AddAsync).WithTags(Tag).WithName("addMaintenance").WithSummary("Adds a maintenance window.")
            .WithDescription("In force on every silo within 5 seconds. A window is never changed: remove it, and add another. At most 100 for an owner.");
        changing.MapDelete("/owners/{owner}/maintenance/{id}", RemoveAsync).WithTags(Tag).WithName("removeMaintenance").WithSummary("Ends a maintenance window now and for good.");
    }

    private static async Task<Results<Ok<IReadOnlyList<WindowView>>, NotThere>> ListAsync([AsParameters] Call call, string owner)
    {
        if (call.FindOwner(owner) is not var (_, id))
            return NotThere.Owner(owner);
        return TypedResults.Ok<IReadOnlyList<WindowView>>([.. (await Windows(call, id).ListAsync()).Select(WindowView.Of)]);
    }

    private static async Task<Results<Ok<WindowView>, NotThere>> GetAsync([AsParameters] Call call, string owner, string id)
    {
        if (call.FindOwner(owner) is not var (_, who))
            return NotThere.Owner(owner);
        return (await Windows(call, who).ListAsync()).FirstOrDefault(planned => planned.Window.Id == id) is { } found ? TypedResults.Ok(WindowView.Of(found)) : Unknown(who, id);
    }

    private static async Task<Results<Created<WindowView>, NotThere, Refused>> AddAsync([AsParameters] Call call, string owner, WindowBody window)
    {
        if (call.FindOwner(owner) is not var (_, id))
            return NotThere.Owner(owner);
        var mistakes = new Mistakes();
        var wanted = new MaintenanceWindow
        {
            Id = Guid.NewGuid().ToString("N"),
            Owner = id,
            Url = Texts.Url(window.Url, mistakes),
            Tag = window.Tag,
            From = Moments.Within(window.From),
            To = Moments.Within(window.To),
            Cron = Texts.Short(window.Cron, 100, mistakes, "cron"),
            Length = Texts.Seconds(window.LengthSeconds, mistakes, "lengthSeconds"),
            Zone = Texts.Short(window.Zone, 100, mistakes, "zone") ?? "UTC",
        };
        if (mistakes.Any)
            return new Refused(mistakes);
        var answer = await Windows(call, id).AddAsync(wanted);
        if (answer.Planned is not { } planned)
            return new Refused("window", answer.Problem ?? "The window cannot be taken.");
        await call.Audit.NoteAsync(call.User, "maintenance.add", planned.Window.Id, $"for {id}");
        return TypedResults.Created($"{ApiRoutes.Root}/owners/{Uri.EscapeDataString(id.Text)}/maintenance/{planned.Window.Id}", WindowView.Of(planned));
    }

    private static async Task<Results<NoContent, NotThere>> RemoveAsync([AsParameters] Call call, string owner, string id)
    {
        if (call.FindOwner(owner) is not var (_, who))
            return NotThere.Owner(owner);
        if (!await Windows(call, who).RemoveAsync(id))
            return Unknown(who, id);
        await call.Audit.NoteAsync(call.User, "maintenance.remove", id, $"of {who}");
        return TypedResults.NoContent();
    }

    private static NotThere Unknown(OwnerId owner, string id) => new($"{owner} has no maintenance window {Quote.Of(id)} that is not over.");

    private static IMaintenanceGrain Windows(Call call, OwnerId owner) => call.Grains.GetGrain<IMaintenanceGrain>(owner.GrainKey);
}

/// <summary>A maintenance window to add: either once, with <c>from</c> and <c>to</c>, or again and again, with <c>cron</c> and <c>lengthSeconds</c>.</summary>
/// <param name="Url">Only the website at this address.</param>
/// <param name="Tag">Only websites with this tag. With neither it holds for all websites of the owner.</param>
/// <param name="From">When a single one begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="Cron">When a recurring one begins: five cron fields, read in <paramref name="Zone"/>.</param>
/// <param name="LengthSeconds">How long a recurring one lasts.</param>
/// <param name="Zone">The IANA name of the time zone; <c>UTC</c> unless said otherwise.</param>
public sealed record WindowBody(
    string? Url = null, string? Tag = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Cron = null, double? LengthSeconds = null, string? Zone = null);

/// <summary>A maintenance window, and when it holds.</summary>
/// <param name="Id">Names it among those of its owner.</param>
/// <param name="Url">Only the website at this address.</param>
/// <param name="Tag">Only websites with this tag.</param>
/// <param name="From">When a single one begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="Cron">When a recurring one begins.</param>
/// <param name="LengthSeconds">How long a recurring one lasts.</param>
/// <param name="Zone">The time zone.</param>
/// <param name="Now">The time of maintenance that is now; null when none is.</param>
/// <param name="Next">The next one; null when there will be none.</param>
public sealed record WindowView(
    string Id, string? Url, string? Tag, DateTimeOffset? From, DateTimeOffset? To, string? Cron, double? LengthSeconds, string Zone, SpanView? Now, SpanView? Next)
{
    internal static WindowView Of(PlannedMaintenance planned) => new(
        planned.Window.Id, planned.Window.Url?.Text, planned.Window.Tag, planned.Window.From, planned.Window.To, planned.Window.Cron,
        planned.Window.Length?.TotalSeconds, planned.Window.Zone, SpanView.Of(planned.Now), SpanView.Of(planned.Next));
}

/// <summary>A time.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The first moment after it.</param>
public sealed record SpanView(DateTimeOffset From, DateTimeOffset To)
{
    internal static SpanView? Of(MaintenanceSpan? span) => span is { } given ? new SpanView(given.From, given.To) : null;
}
