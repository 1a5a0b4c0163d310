using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Takes a way of telling an owner away.</summary>
internal sealed class ChannelRemoveCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);
    private readonly Argument<string> channel = new("CHANNEL") { Description = "The channel, as 'squirrel owner channel list' shows it; an e-mail address is its own name." };

    public ChannelRemoveCommand()
        : base(
            "remove",
            "Take a way of telling an owner away.",
            "squirrel owner channel remove web-team ntfy-1",
            "squirrel owner channel remove web-team anna@shop.example")
    {
        Add(owner);
        Add(channel);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        var name = call.Get(channel)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var removed = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).RemoveChannelAsync(name), cancellationToken)
            ?? throw new CallerMistakeException($"'{id}' has no channel '{PlainText.Start(name)}': 'squirrel owner channel list {id}' shows those there are.");
        if (call.WantsJson)
            call.AnswerJson(ChannelShape.Of(removed));
        else
            call.Terminal.Say($"'{id}' is not told by {removed.Id} any more.");
        return ExitCode.Fine;
    }
}
