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

namespace UptimeSquirrel.Web.Api.Incidents;

internal static class IncidentRoutes
{
    private const string Tag = "Incidents";
    private const int LongestNote = 300;
    private static readonly TimeSpan _shortestMute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestMute = TimeSpan.FromDays(30);

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/incidents", ListAsync).WithTags(Tag).WithName("listIncidents").WithSummary("Lists incidents, the one that began last first.");
        looking.MapGet("/incidents/{id}", GetAsync).WithTags(Tag).WithName("getIncident").WithSummary("Shows an incident, and how its owner is told while it lasts.");
        changing.MapPost("/incidents/{id}/acknowledge", AcknowledgeAsync).WithTags(Tag).WithName("acknowledgeIncident").WithSummary("Takes an outage on.")
            .WithDescription("No more reminders, and no further channels; its end is told all the same. Whoever was first stays.");
        changing.MapPost("/incidents/{id}/mute", MuteAsync).WithTags(Tag).WithName("muteIncident").WithSummary("Tells nothing of an outage for a while but its end.");
        changing.MapPost("/incidents/{id}/unmute", UnmuteAsync).WithTags(Tag).WithName("unmuteIncident").WithSummary("Takes muting back.");
    }

    private static async Task<Results<Ok<Page<IncidentView>>, Refused>> ListAsync(
        [AsParameters] Call call,
        [Description("Only this owner's.")] string? owner = null,
        [Description("Only this website's, by its id.")] Guid? website = null,
        [Description("true: only those that last; false: only those that are over.")] bool? open = null,
        [Description("Only those that began at or after this moment.")] DateTimeOffset? since = null,
        [Description("Only those that began before this moment.")] DateTimeOffset? until = null,
        [Description("The `next` of the page before.")] string? after = null,
        [Description("How many at most: 1 to 500.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var asked = Texts.Owner(owner, mistakes);
        var many = Texts.Limit(limit, IncidentQuery.MaximumLimit, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (!call.TryNarrow(asked, out var only))
            return TypedResults.Ok(new Page<IncidentView>([], null));
        var page = await call.Grains.GetGrain<IHistoryGrain>(0).FindIncidentsAsync(new IncidentQuery
        {
            Owner = only,
            Website = website is { } id ? new WebsiteId(id) : null,
            IsOpen = open,
            Since = Moments.Within(since),
            Until = Moments.Within(until),
            After = after,
            Limit = many,
        });
        return TypedResults.Ok(new Page<IncidentView>([.. page.Incidents.Select(incident => IncidentView.Of(incident))], page.Next));
    }

    private static async Task<Results<Ok<IncidentView>, NotThere>> GetAsync([AsParameters] Call call, string id)
    {
        if (await FindAsync(call, id) is not { } incident)
            return Unknown(id);
        var open = incident.EndedAt is null ? await OwnerOf(call, incident).GetIncidentAsync(incident.Website, id) : null;
        return TypedResults.Ok(IncidentView.Of(incident, open));
    }

    private static async Task<Results<Ok<IncidentView>, NotThere, Refused, Clash>> AcknowledgeAsync([AsParameters] Call call, string id, AcknowledgeBody acknowledgement)
    {
        var mistakes = new Mistakes();
        var note = Texts.Short(acknowledgement.Note, LongestNote, mistakes, "note");
        if (mistakes.Any)
            return new Refused(mistakes);
        if (await FindAsync(call, id) is not { } incident)
            return Unknown(id);
        if (await OwnerOf(call, incident).AcknowledgeAsync(incident.Website, id, call.User.Named(), note) is not { } open)
            return Over();
        await call.Audit.NoteAsync(call.User, "incident.acknowledge", incident.Url.Text, $"of {incident.Owner}");
        return TypedResults.Ok(IncidentView.Of(incident, open));
    }

    private static Task<Results<Ok<IncidentView>, NotThere, Refused, Clash>> MuteAsync([AsParameters] Call call, TimeProvider clock, string id, MuteBody mute)
    {
        var mistakes = new Mistakes();
        var length = Texts.Seconds(mute.Seconds, mistakes, "seconds") ?? default;
        if (!mistakes.Any && (length < _shortestMute || length > _longestMute))
            mistakes.Add("seconds", $"Nothing can be told for {Duration.Format(length)}: expected {Duration.Format(_shortestMute)} to {Duration.Format(_longestMute)}, in seconds.");
        return mistakes.Any
            ? Task.FromResult<Results<Ok<IncidentView>, NotThere, Refused, Clash>>(new Refused(mistakes))
            : MuteUntilAsync(call, id, clock.GetUtcNow() + length);
    }

    private static Task<Results<Ok<IncidentView>, NotThere, Refused, Clash>> UnmuteAsync([AsParameters] Call call, string id) => MuteUntilAsync(call, id, null);

    private static async Task<Results<Ok<IncidentView>, NotThere, Refused, Clash>> MuteUntilAsync(Call call, string id, DateTimeOffset? until)
    {
        if (await FindAsync(call, id) is not { } incident)
            return Unknown(id);
        if (await OwnerOf(call, incident).MuteAsync(incident.Website, id, until) is not { } open)
            return Over();
        await call.Audit.NoteAsync(call.User, until is null ? "incident.unmute" : "incident.mute", incident.Url.Text, $"of {incident.Owner}");
        return TypedResults.Ok(IncidentView.Of(incident, open));
    }

    private static async Task<Incident?> FindAsync(Call call, string id) =>
        id.Length <= 100 && await call.Grains.GetGrain<IHistoryGrain>(0).GetIncidentAsync(id) is { } incident && call.User.MaySee(incident.Owner) ? incident : null;

    private static IOwnerNotificationGrain OwnerOf(Call call, Incident incident) =>
        call.Grains.GetGrain<IOwnerNotificationGrain>(incident.Owner.GrainKey);

    private static NotThere Unknown(string id) => new($"There is no incident {Quote.Of(id)}.");

    private static Clash Over() => new("The outage is over, or its owner was never told of it: there is nothing to take on or to keep quiet about.");
}
