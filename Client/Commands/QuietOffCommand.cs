using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Ends the quiet hours of an owner.</summary>
internal sealed class QuietOffCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);

    public QuietOffCommand()
        : base("off", "Have no quiet hours any more. What waits for their end is told at once.", "squirrel owner quiet off web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetQuietHoursAsync(null), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(OwnerShape.Of(await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken), []));
        else
            call.Terminal.Say($"'{id}' has no quiet hours.");
        return ExitCode.Fine;
    }
}
