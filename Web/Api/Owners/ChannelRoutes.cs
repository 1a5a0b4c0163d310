using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.Owners;

internal static class ChannelRoutes
{
    private const string Tag = "Channels";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/channel-kinds", KindsAsync).WithTags(Tag).WithName("listChannelKinds").WithSummary("Lists the ways of telling people that this installation knows, and what each takes.");
        changing.MapPost("/owners/{owner}/channels", AddAsync).WithTags(Tag).WithName("addChannel").WithSummary("Adds a way of telling an owner.")
            .WithDescription("What still waits to be told is told over it, too. At most 20 beside the e-mail addresses.");
        changing.MapDelete("/owners/{owner}/channels/{channel}", RemoveAsync).WithTags(Tag).WithName("removeChannel").WithSummary("Takes a way of telling an owner away, be it a channel or an e-mail address.");
        changing.MapPost("/owners/{owner}/test", TestAsync).WithTags(Tag).WithName("testChannels").WithSummary("Sends a test message over every channel of an owner.")
            .WithDescription("Answers within 25 seconds. A broken channel that works again is used again.");
    }

    private static async Task<Ok<IReadOnlyList<ChannelKindView>>> KindsAsync([AsParameters] Call call) =>
        TypedResults.Ok<IReadOnlyList<ChannelKindView>>([.. (await call.Grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync()).Select(ChannelKindView.Of)]);

    private static async Task<Results<Created<ChannelView>, NotThere, Refused>> AddAsync([AsParameters] Call call, string owner, ChannelBody channel)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        var mistakes = new Mistakes();
        var after = Texts.Seconds(channel.AfterSeconds, mistakes, "afterSeconds");
        if (channel.Settings.Any(setting => setting.Value is null))
            mistakes.Add("settings", "One of the settings is null: expected a text, or to leave it out.");
        if (mistakes.Any)
            return new Refused(mistakes);
        var change = await grain.AddChannelAsync(channel.Kind, channel.Settings, new ChannelUse(after, channel.Only));
        foreach (var problem in change.Problems)
            mistakes.Add("settings", problem);
        if (change.Channel is not { } added)
            return new Refused(mistakes);
        await call.Audit.NoteAsync(call.User, "channel.add", $"{id} {added.Id}", added.Kind);
        return TypedResults.Created($"{ApiRoutes.Root}/owners/{Uri.EscapeDataString(id.Text)}", ChannelView.Of(added));
    }

    private static async Task<Results<NoContent, NotThere>> RemoveAsync([AsParameters] Call call, string owner, string channel)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        if (await grain.RemoveChannelAsync(channel) is null)
            return new NotThere($"{id} has no channel {Quote.Of(channel)}.");
        await call.Audit.NoteAsync(call.User, "channel.remove", $"{id} {channel}");
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<ChannelTestView>>, NotThere>> TestAsync([AsParameters] Call call, string owner)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        var tests = await grain.TestAsync();
        await call.Audit.NoteAsync(call.User, "channel.test", id.Text);
        return TypedResults.Ok<IReadOnlyList<ChannelTestView>>([.. tests.Select(ChannelTestView.Of)]);
    }
}
