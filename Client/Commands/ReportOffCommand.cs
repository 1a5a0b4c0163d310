using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Ends the reports.</summary>
internal sealed class ReportOffCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);

    public ReportOffCommand()
        : base("off", "Send no reports any more.", "squirrel owner report off web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetReportAsync(null), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(OwnerShape.Of(await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken), []));
        else
            call.Terminal.Say($"'{id}' gets no reports.");
        return ExitCode.Fine;
    }
}
