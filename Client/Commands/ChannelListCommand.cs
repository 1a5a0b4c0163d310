using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>The ways of telling an owner.</summary>
internal sealed class ChannelListCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);

    public ChannelListCommand()
        : base("list", "The ways of telling an owner, and whether they work. Secrets are masked.", "squirrel owner channel list web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var status = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<ChannelShape>>([.. status.Channels.Select(ChannelShape.Of)]);
        else if (status.Channels.Count == 0)
            call.Terminal.Say($"'{id}' has no channel: 'squirrel owner channel add {id} KIND' adds one, 'squirrel owner channel kinds' shows the kinds.");
        else
            ChannelTable.Write(call.Terminal, status.Channels);
        return ExitCode.Fine;
    }
}
