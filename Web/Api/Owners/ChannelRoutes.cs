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
        looking.MapGet("/owners/{owner}/channels/{channel}", GetAsync).WithTags(Tag).WithName("getChannel").WithSummary("Shows one way of telling an owner.");
        changing.MapPut("/owners/{owner}/channels/{channel}", ChangeAsync).WithTags(Tag).WithName("changeChannel").WithSummary("Tells an owner in another way over a channel there is.")
            .WithDescription("All settings, also the secret ones, in place of the earlier ones; the kind stays. What still waits to be told over it is told in the new way. E-mail addresses are changed with `setEmails`.");
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
        var use = ReadUse(channel.Settings, channel.AfterSeconds, channel.Only, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        var change = await grain.AddChannelAsync(channel.Kind, channel.Settings, use);
        mistakes.Add("settings", change.Problems);
        if (change.Channel is not { } added)
            return new Refused(mistakes);
        await call.Audit.NoteAsync(call.User, "channel.add", $"{id} {added.Id}", added.Kind);
        return TypedResults.Created($"{ApiRoutes.Root}/owners/{Uri.EscapeDataString(id.Text)}/channels/{Uri.EscapeDataString(added.Id)}", ChannelView.Of(added));
    }

    private static async Task<Results<Ok<ChannelView>, NotThere>> GetAsync([AsParameters] Call call, string owner, string channel)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        return (await grain.GetStatusAsync()).Channels.FirstOrDefault(one => one.Id == channel) is { } found ? TypedResults.Ok(ChannelView.Of(found)) : Unknown(id, channel);
    }

    private static async Task<Results<Ok<ChannelView>, NotThere, Refused>> ChangeAsync([AsParameters] Call call, string owner, string channel, ChannelChangeBody change)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        var mistakes = new Mistakes();
        var use = ReadUse(change.Settings, change.AfterSeconds, change.Only, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (await grain.ChangeChannelAsync(channel, change.Settings, use) is not { } answer)
            return Unknown(id, channel);
        mistakes.Add("settings", answer.Problems);
        if (answer.Channel is not { } changed)
            return new Refused(mistakes);
        await call.Audit.NoteAsync(call.User, "channel.change", $"{id} {changed.Id}", changed.Kind);
        return TypedResults.Ok(ChannelView.Of(changed));
    }

    private static ChannelUse ReadUse(IReadOnlyDictionary<string, string> settings, double? afterSeconds, string? only, Mistakes mistakes)
    {
        if (settings.Any(setting => setting.Value is null))
            mistakes.Add("settings", "One of the settings is null: expected a text, or to leave it out.");
        return new ChannelUse(Texts.Seconds(afterSeconds, mistakes, "afterSeconds"), only);
    }

    private static async Task<Results<NoContent, NotThere>> RemoveAsync([AsParameters] Call call, string owner, string channel)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        if (await grain.RemoveChannelAsync(channel) is null)
            return Unknown(id, channel);
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

    private static NotThere Unknown(OwnerId owner, string channel) => new($"{owner} has no channel {Quote.Of(channel)}.");
}
