using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>How an owner is reached, and what they were told.</summary>
internal sealed class OwnerShowCommand : SquirrelCommand
{
    private const int ShownDeliveries = 10;

    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);

    public OwnerShowCommand()
        : base("show", "How an owner is reached, and what they were told lately.", "squirrel owner show web-team", "squirrel owner show me@shop.example --json")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var deliveries = cluster.AskAsync(grains => grains.GetGrain<IHistoryGrain>(0).GetDeliveriesAsync(id, ShownDeliveries), cancellationToken);
        var status = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(OwnerShape.Of(status, await deliveries));
        else
            OwnerText.Write(call.Terminal, status, await deliveries);
        return ExitCode.Fine;
    }
}
